from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import WorkflowPage
from wagtail.signals import page_published

from core.models import ListOfSignedPages, SignedPage

from .sign_off import joint_sign_off


@receiver(post_save)
def guard_by_joint_sign_off(sender, instance, created, raw, **kwargs):
    """Put the top of each new branch of signed pages under the joint sign-off."""
    if created and not raw and is_top_of_signed_pages(sender, instance):
        workflow = joint_sign_off()
        if workflow:
            WorkflowPage.objects.get_or_create(page_id=instance.pk, defaults={"workflow": workflow})


def is_top_of_signed_pages(model, page):
    if issubclass(model, SignedPage):
        return not issubclass(page.get_parent().specific_class, ListOfSignedPages)
    return issubclass(model, ListOfSignedPages)


@receiver(page_published)
def say_that_it_was_not_signed(sender, instance, revision, **kwargs):
    """Let the page's history tell when somebody made it public without the signatures."""
    user = get_active_log_context().user
    if user and issubclass(sender, SignedPage) and not instance.is_signed(revision):
        log(instance, "editors.publish_unsigned", user=user, revision=revision)
