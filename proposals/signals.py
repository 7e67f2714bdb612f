from django.dispatch import receiver
from wagtail.signals import page_published

from .models import ProposalPage, Statement


@receiver(page_published, sender=ProposalPage)
def publish_statements(sender, instance, **kwargs):
    # Wagtail sends this as well when it puts a first publication off to a date to come.
    if instance.live:
        Statement.objects.publish(instance)
