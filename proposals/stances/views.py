from functools import wraps

from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from core.refusals import Refused
from proposals.models import ProposalPage

from .respondent import lasts, respondent_of
from .sheet import Sheet
from .taking import take


def with_sheet(view):
    """A view of what one person says to a proposal's statements. It is called while the proposal
    is open; afterwards everybody sees what they said, and nothing is taken."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def wrapper(request, pk, **kwargs):
        proposals = ProposalPage.objects.published()
        if request.method == "POST":
            # All that is needed to take an answer.
            proposals = proposals.only("live", "opens", "closes", "outcome")
        proposal = proposals.filter(pk=pk).first()
        if not proposal:
            raise Http404("No such proposal.")
        sheet = Sheet(proposal, respondent_of(request))
        if not proposal.takes_stances:
            return show(
                request, "closed", sheet, came_too_late=request.method == "POST", status=403
            )
        return view(request, sheet, **kwargs)

    return wrapper


@with_sheet
def run_through(request, sheet):
    """Asks about one statement after the other. What is skipped stands in the address."""
    if request.method == "POST":
        row = sheet.row(request.POST.get("statement", ""))
        return answered(request, sheet, row, "run_through", request.get_full_path())
    skipped = request.GET.get("skip", "").split(".")
    skipped = [read.reference for read in sheet.unanswered if read.reference in skipped]
    return show(request, "run_through", sheet, asked=sheet.next(skipped), skipped=skipped)


@with_sheet
def all_statements(request, sheet):
    """All statements with the person's answers, to be changed or taken back."""
    if request.method == "POST":
        row = sheet.row(request.POST.get("statement", ""))
        return answered(request, sheet, row, "all", f"{request.path}#{row.reference}")
    return show(request, "all", sheet)


@with_sheet
def one_statement(request, sheet, reference):
    """One statement: where its link leads, and what the script brings to the public page."""
    row = sheet.row(reference)
    if request.method == "POST":
        return answered(request, sheet, row, "one", request.path)
    return show(request, "one", sheet, asked=sheet.read(row))


def answered(request, sheet, row, template, then):
    """Take what was sent and lead to `then`, or show the page again with what went wrong."""
    try:
        return take(request, sheet.respondent, row, redirect(then))
    except Refused as refusal:
        context = {"asked": sheet.read(row), "problem": refusal.message}
        return refusal.put_on(show(request, template, sheet, **context))


def show(request, template, sheet, status=200, **context):
    context |= {"sheet": sheet, "proposal": sheet.proposal, "days": lasts().days}
    return TemplateResponse(request, f"proposals/stances/{template}.html", context, status=status)
