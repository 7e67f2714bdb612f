from django.conf import settings
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from core.refusals import Refused
from discussion import links
from discussion.authoring import edit, editable_until, withdraw
from discussion.forms import EditForm

from .shared import about_place_of, gone


@require_http_methods(["GET", "HEAD", "POST"])
def my_comment(request, token):
    """What became of a comment, for its author, who may change it for a while and withdraw it."""
    comment = links.find_comment("mine", token)
    if not comment:
        return gone(request)
    form = EditForm(initial={"comment": comment.comment}, label_suffix="")
    if request.method == "POST":
        if "withdraw" in request.POST:
            withdraw(comment)
            return redirect(request.path)
        form = EditForm(request.POST, label_suffix="")
        if took(form, comment):
            return redirect(f"{request.path}?saved")
    return TemplateResponse(
        request,
        "discussion/mine.html",
        {
            "comment": comment,
            "place": about_place_of(comment),
            "form": form,
            "saved": request.method != "POST" and "saved" in request.GET,
            "editable_until": editable_until(comment),
            "mail_days": settings.MAIL_ADDRESS_DAYS,
        },
    )


def took(form, comment):
    """Whether the new text was taken; if not, the form says why."""
    if form.is_valid():
        try:
            edit(comment, form.cleaned_data["comment"])
            return True
        except Refused as refusal:
            form.add_error(None, refusal.message)
    return False
