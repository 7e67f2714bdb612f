from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from core.refusals import Refused
from discussion import links, places
from discussion.forms import CommentForm, OfficialForm
from discussion.models import Spokesperson
from discussion.places import Openness
from discussion.posting import is_of_who_asks, post
from discussion.text import to_html

from .shared import about


@require_http_methods(["GET", "HEAD", "POST"])
def write(request, key):
    """The form for a comment on one place, and where it is sent."""
    place, thing = places.find(key)
    openness = place.openness(thing) if place else Openness.OFF
    if openness != Openness.OPEN:
        return not_taken(request, place, thing, openness)

    form = make_form(request, place, thing)
    is_preview = "preview" in request.POST
    if is_preview:
        form.leave_names_for_later()
    if request.method != "POST" or not form.is_valid():
        return show(request, form)
    if is_preview:
        return show(request, form, preview=to_html(form.cleaned_data["comment"]))
    try:
        return taken(post(form, request), request)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        form.renew()
        return refusal.put_on(show(request, form))


def show(request, form, preview=""):
    place = about(form.place, form.target_object)
    context = {"form": form, "place": place, "preview": preview}
    return TemplateResponse(request, "discussion/write.html", context)


def make_form(request, place, thing):
    speaks = (
        request.user.is_authenticated and Spokesperson.objects.filter(user=request.user).exists()
    )
    form_class = OfficialForm if speaks else CommentForm
    if request.method == "POST":
        return form_class(place, thing, request.user, data=request.POST)
    reply_to = request.GET.get("reply_to")
    return form_class(place, thing, request.user, reply_to=reply_to)


def taken(comment, request):
    """Where somebody is led whose comment was taken; the same for everyone whom we don't know."""
    if is_of_who_asks(comment, request):
        return redirect(links.mine_url(comment))
    return redirect("comment_sent", key=comment.place)


def not_taken(request, place, thing, openness):
    """Closed, off or gone: with the text, to be copied by whoever had the form open."""
    is_closed = openness == Openness.CLOSED
    if request.method != "POST" and not is_closed:
        raise Http404("Nothing to comment on.")
    return TemplateResponse(
        request,
        "discussion/closed.html",
        {"place": about(place, thing) if is_closed else None, "text": request.POST.get("comment")},
        status=403 if is_closed else 404,
    )


@require_http_methods(["GET", "HEAD"])
def sent(request, key):
    """What happens next, in the same words for everyone."""
    place, thing = places.find(key)
    return TemplateResponse(
        request,
        "discussion/sent.html",
        {
            "place": about(place, thing) if place else None,
            "days": settings.UNCONFIRMED_COMMENT_DAYS,
        },
    )
