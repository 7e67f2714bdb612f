"""Search hears of every publication. What is taken down stays among the findings, unseen."""

from django.dispatch import receiver
from wagtail.signals import page_published

from proposals.models.statement import statements_published

from .keeping import follow_page, follow_statements


@receiver(page_published)
def find_page(sender, instance, **kwargs):
    follow_page(instance)


@receiver(statements_published)
def find_statements(sender, proposal, **kwargs):
    follow_statements(proposal)
