"""From what a form sent to an answer that is kept."""

from core.refusals import Refused
from proposals.models import Answer

from .forms import WITHDRAW, StanceForm
from .giving import give, withdraw
from .respondent import new_visitor, remember_visitor

REWORDED = (
    "This statement was reworded after you opened the page. It reads now as you see it here: "
    "please say again whether you agree."
)


def take(request, respondent, statement, response):
    """Do what the button says and return `response`, which makes the browser hold on to a visitor.
    Raises Refused, with nothing written."""
    form = StanceForm(request.POST)
    if not form.is_valid():
        raise Refused("Choose one of the three: Agree, Unsure or Disagree.")
    if form.cleaned_data["answer"] == WITHDRAW:
        withdraw(respondent, statement)
        return response
    if form.cleaned_data["wording"] != statement.wording_hash:
        raise Refused(REWORDED, status=409)
    if not respondent.is_known:
        respondent = new_visitor(request)
    give(respondent, statement, Answer(int(form.cleaned_data["answer"])))
    if respondent.visitor:
        remember_visitor(response, respondent.visitor)
    return response
