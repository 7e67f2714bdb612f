from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from discussion import links
from discussion.confirming import confirm
from discussion.models import State

from .shared import about_place_of, gone


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_comment(request, token):
    """One button, since programs that check mails open every link in them."""
    comment = links.find_comment("confirm", token)
    if not comment:
        return gone(request)
    if request.method == "POST":
        confirm(comment)
    if comment.state != State.UNCONFIRMED:
        return redirect(links.mine_url(comment))
    return TemplateResponse(request, "discussion/confirm.html", {"place": about_place_of(comment)})
