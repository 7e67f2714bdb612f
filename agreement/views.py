"""The agreement on one proposal: `…/<proposal>/agreement/` and what can be downloaded there."""

import re

from django.http import Http404, HttpResponse, JsonResponse
from django.template.response import TemplateResponse

from .downloads import as_csv, as_data
from .models import AgreementIndexPage
from .reading.history import history_of
from .reading.snapshot import ReadSnapshot
from .reading.sorting import SORTS, sort

NUMBERED = re.compile(r"snapshot-([1-9][0-9]{0,8})")


def agreement_on(proposal, request, rest):
    """What `rest` names: the page, the last snapshot as CSV, or one by its number as JSON."""
    if rest == "":
        return show_agreement(proposal, request)
    if rest == "csv":
        snapshot = found_or_404(proposal.snapshots.all())
        response = HttpResponse(as_csv(snapshot), content_type="text/csv; charset=utf-8")
        return download(response, proposal, f"{proposal.slug}.csv")
    if numbered := NUMBERED.fullmatch(rest):
        snapshot = found_or_404(proposal.snapshots.filter(number=numbered[1]))
        response = JsonResponse(as_data(snapshot))
        return download(response, proposal, f"{proposal.slug}-{snapshot.number}.json")
    raise Http404("No such page.")


def show_agreement(proposal, request):
    by = request.GET.get("sort", "statement")
    snapshot = proposal.snapshots.first()
    context = proposal.get_context(request) | {"method_url": method_url()}
    if snapshot:
        read = ReadSnapshot(snapshot, proposal)
        context |= {"read": read, "statements": sort(read.statements, by), "by": by, "sorts": SORTS}
        context["history"] = history_of(proposal)
    response = TemplateResponse(request, "agreement/on_proposal.html", context)
    response.parameters = ("sort",)
    return response


def method_url():
    """Where the method is explained, empty where no page does."""
    page = AgreementIndexPage.objects.published().first()
    return page.method_url if page else ""


def found_or_404(snapshots):
    snapshot = snapshots.first()
    if snapshot is None:
        raise Http404("No such snapshot.")
    return snapshot


def download(response, proposal, name):
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response.page_tags = proposal.store_tags()
    response.parameters = ()
    return response
