from datetime import timedelta

from django.conf import settings
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from core import personal_data
from stakeholders import lifecycle
from stakeholders.choices import choices_of
from stakeholders.forms import ChoicesForm
from stakeholders.given import links_of
from stakeholders.identity import forget
from stakeholders.links import unsubscribe_url

from .shared import signed_in

SOURCE = "preferences"
STEPS = {"pause": lifecycle.pause, "resume": lifecycle.resume, "leave": lifecycle.leave}


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def preferences(request, stakeholder):
    """What somebody chose, to be changed, with the history of consent; of who left, what is still
    held."""
    if stakeholder.left_at:
        return left(request, stakeholder)
    data = request.POST if request.method == "POST" else None
    chosen = choices_of(stakeholder)
    form = ChoicesForm(data, chosen, followed=chosen["pages"])
    if data is not None and form.is_valid():
        lifecycle.change(stakeholder, form.choices, SOURCE)
        return redirect(f"{reverse('stakeholder_preferences')}?saved")
    return TemplateResponse(
        request,
        "stakeholders/preferences.html",
        {
            "form": form,
            "stakeholder": stakeholder,
            # What was done a moment ago, in the word that follows "?" in the address.
            "done": request.GET if data is None else {},
            "given": links_of(stakeholder),
            "history": stakeholder.consents.reverse(),
            "days": settings.STAKEHOLDER_ADDRESS_DAYS,
        },
    )


def left(request, stakeholder):
    context = {
        "stakeholder": stakeholder,
        "history": stakeholder.consents.reverse(),
        "held_until": stakeholder.left_at + timedelta(days=settings.STAKEHOLDER_ADDRESS_DAYS),
    }
    return TemplateResponse(request, "stakeholders/left.html", context)


@require_http_methods(["POST"])
@signed_in
def take_step(request, stakeholder, step):
    """Pause, resume, leave, or be forgotten by this browser alone."""
    if step == "sign-out":
        response = redirect("stakeholder_link")
        forget(response)
        return response
    if step not in STEPS:
        raise Http404("There is no such step.")
    STEPS[step](stakeholder, SOURCE)
    if step == "leave":
        return redirect(unsubscribe_url(stakeholder))
    return redirect(f"{reverse('stakeholder_preferences')}?{step}")


@require_http_methods(["GET", "HEAD"])
@signed_in
def download(request, stakeholder):
    """All that the site holds under the person's address, as JSON."""
    response = JsonResponse(
        personal_data.export(stakeholder.address),
        json_dumps_params={"indent": 2, "ensure_ascii": False},
    )
    response["Content-Disposition"] = 'attachment; filename="what-is-held-of-me.json"'
    return response
