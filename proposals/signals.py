from django.dispatch import receiver
from wagtail.signals import page_published

from stakeholders.signals import stakeholder_entered

from .models import ProposalPage, Statement
from .stances.giving import adopt
from .stances.respondent import forget_visitor, visitor_of


@receiver(page_published, sender=ProposalPage)
def publish_statements(sender, instance, **kwargs):
    # Wagtail sends this as well when it puts a first publication off to a date to come.
    if instance.live:
        Statement.objects.publish(instance)


@receiver(stakeholder_entered)
def count_what_the_browser_holds(sender, stakeholder, request, response, **kwargs):
    if visitor := visitor_of(request):
        adopt(visitor, stakeholder)
        forget_visitor(response)
