from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from core.limits import check_network
from core.refusals import Refused
from discussion.forms import ReportForm
from discussion.models import PublicComment, Report


@require_http_methods(["GET", "HEAD", "POST"])
def report_comment(request, uuid):
    """A reader's word that a published comment breaks the policy."""
    comment = get_object_or_404(PublicComment.objects.published(), uuid=uuid)
    form = ReportForm(request.POST or None, label_suffix="")
    response = TemplateResponse(
        request, "discussion/report.html", {"comment": comment, "form": form}
    )
    if request.method == "POST" and form.is_valid():
        try:
            check_network(request)
        except Refused as refusal:
            form.add_error(None, refusal.message)
            return refusal.put_on(response)
        keep(comment, form)
        return redirect("comment_reported", uuid)
    return response


def keep(comment, form):
    """One row for one word, however often its button is pressed."""
    word = {
        "comment": comment,
        "reason": form.cleaned_data["reason"],
        "words": form.cleaned_data["words"],
        "settled_at": None,
    }
    if not Report.objects.filter(**word).exists():
        Report.objects.create(**word)


@require_http_methods(["GET", "HEAD"])
def reported(request, uuid):
    return TemplateResponse(request, "discussion/reported.html", {"uuid": uuid})
