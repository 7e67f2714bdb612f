import logging

from django.conf import settings
from django.db import DatabaseError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from core.limits import check_network
from core.refusals import Refused
from stakeholders import signing_up
from stakeholders.forms import SignUpForm

from .shared import as_key, show_refusal

logger = logging.getLogger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request):
    """The form, with the page ticked from which somebody came, and where it is sent."""
    form = SignUpForm(request.POST if request.method == "POST" else None, named_by(request))
    if request.method != "POST" or not form.is_valid():
        return show(request, form)
    try:
        take(form, request)
    except Refused as refusal:
        return show_refusal(refusal, form, show(request, form))
    return redirect("stakeholder_sent")


def named_by(request):
    """What the link that led here names: a page, a strand."""
    named = {"pages": request.GET.get("page"), "strands": request.GET.get("strand")}
    return {name: [key] for name, value in named.items() if (key := as_key(value))}


def take(form, request):
    check_network(request)
    try:
        signing_up.sign_up(form.cleaned_data["email"], form.choices, source=request.get_full_path())
    except DatabaseError as error:
        logger.exception("A sign-up could not be saved")
        raise Refused(
            "You could not be signed up just now. What you wrote is still here: please send it "
            "again in a few minutes.",
            status=503,
        ) from error


def show(request, form):
    return TemplateResponse(
        request,
        "stakeholders/sign_up.html",
        {"form": form, "days": settings.STAKEHOLDER_ADDRESS_DAYS},
    )


@require_http_methods(["GET", "HEAD"])
def sent(request):
    """What happens next, in the same words for everyone."""
    context = {
        "days": settings.UNCONFIRMED_SIGN_UP_DAYS,
        "mails": settings.SIGN_UPS_PER_ADDRESS_AND_HOUR,
    }
    return TemplateResponse(request, "stakeholders/sent.html", context)
