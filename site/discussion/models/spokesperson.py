from django.conf import settings
from django.db import models

from core.models import Organisation


class Spokesperson(models.Model):
    """A member of staff whose signed-in comments are official, and for which body they speak."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="spokesperson"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "spokespeople"

    def __str__(self):
        return f"{self.user.get_full_name() or self.user}, {self.organisation}"
