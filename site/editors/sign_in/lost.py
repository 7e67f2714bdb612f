"""Letting in again who lost phone, passkeys and codes: administrators do, and it is logged."""

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from wagtail.admin import messages
from wagtail.admin.auth import user_passes_test
from wagtail.log_actions import log


@user_passes_test(lambda user: user.is_superuser)
def take_factors_away(request, pk):
    """Ask, then remove all second factors of an account: its owner sets up new ones."""
    person = get_object_or_404(get_user_model(), pk=pk)
    if request.method != "POST":
        return TemplateResponse(request, "editors/take_factors_away.html", {"person": person})
    Authenticator.objects.filter(user=person).delete()
    log(person, "editors.factors_taken_away", user=request.user)
    get_adapter().send_notification_mail("account/email/factors_taken_away", person)
    messages.success(request, f"{person.get_username()} can sign in by password now.")
    return redirect("wagtailusers_users:edit", person.pk)
