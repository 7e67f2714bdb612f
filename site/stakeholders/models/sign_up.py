from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from core.prepared import WrittenOften


class SignUpQuerySet(models.QuerySet):
    def open(self):
        """Those that can still be confirmed."""
        return self.filter(created__gte=self.oldest())

    def expired(self):
        return self.filter(created__lt=self.oldest())

    @staticmethod
    def oldest():
        return timezone.now() - timedelta(days=settings.UNCONFIRMED_SIGN_UP_DAYS)


class SignUp(WrittenOften):
    """What somebody typed into the sign-up form, until the person at that address confirms it.

    Each is confirmed by its own link, so that nobody agrees to what a stranger chose for them.
    """

    stakeholder = models.ForeignKey(
        "stakeholders.Stakeholder", on_delete=models.CASCADE, related_name="sign_ups"
    )
    # SHA-256 (hex) of what the link holds.
    token_hash = models.CharField(max_length=64, unique=True)
    address = models.CharField(max_length=320)
    # As `stakeholders.choices` writes it.
    choices = models.JSONField()
    source = models.CharField(max_length=200)
    created = models.DateTimeField(default=timezone.now)

    objects = SignUpQuerySet.as_manager()

    class Meta:
        default_permissions = []
        indexes = [models.Index(fields=["created"], name="sign_up_created")]

    def __str__(self):
        return f"Sign-up of {self.created:%d/%m/%Y %H:%M}"
