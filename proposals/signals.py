from django.dispatch import receiver
from wagtail.signals import page_published

from .models import ProposalPage, Statement


@receiver(page_published, sender=ProposalPage)
def publish_statements(sender, instance, **kwargs):
    Statement.objects.publish(instance)
