from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from core.limits import check_network
from core.refusals import Refused
from stakeholders import identity, links
from stakeholders.forms import LinkForm
from stakeholders.mails import mail_preferences_link
from stakeholders.models import Stakeholder

from .shared import gone, show_refusal


@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_link(request):
    """Asks for the link to what one chose; the answer is the same for everyone."""
    form = LinkForm(request.POST if request.method == "POST" else None, label_suffix="")
    response = TemplateResponse(request, "stakeholders/link.html", {"form": form})
    if request.method != "POST" or not form.is_valid():
        return response
    try:
        check_network(request)
    except Refused as refusal:
        return show_refusal(refusal, form, response)
    person = Stakeholder.objects.known().at(form.cleaned_data["email"]).first()
    if person:
        mail_preferences_link(person)
    return redirect("stakeholder_link_sent")


@require_http_methods(["GET", "HEAD"])
def link_sent(request):
    return TemplateResponse(request, "stakeholders/link_sent.html")


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request, token):
    """One button, since programs that check mails open every link in them."""
    stakeholder = links.who_may_enter(token)
    if not stakeholder:
        return gone(request)
    if request.method != "POST":
        return TemplateResponse(request, "stakeholders/enter.html", {"stakeholder": stakeholder})
    response = redirect("stakeholder_preferences")
    identity.enter(request, response, stakeholder)
    return response
