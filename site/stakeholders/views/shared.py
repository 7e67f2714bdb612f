from functools import wraps

from django.conf import settings
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from stakeholders.identity import recognise

LONGEST_KEY = 9  # digits


def signed_in(view):
    """Calls `view(request, stakeholder, …)`, also for who left but is still held; whoever is not
    known here is led to where a link is asked for."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        stakeholder = recognise(request)
        if not stakeholder:
            return redirect("stakeholder_link")
        return view(request, stakeholder, *args, **kwargs)

    return wrapper


def gone(request):
    """The page behind a link that doesn't hold, or no longer: what happened and what to do."""
    context = {"days": settings.UNCONFIRMED_SIGN_UP_DAYS}
    return TemplateResponse(request, "stakeholders/gone.html", context, status=404)


def as_key(text):
    """A primary key out of an address, None for anything else."""
    is_one = text and text.isascii() and text.isdigit() and len(text) <= LONGEST_KEY
    return int(text) if is_one else None


def show_refusal(refusal, form, response):
    """`response`, which shows `form`, saying why what was sent is not taken."""
    form.add_error(None, refusal.message)
    return refusal.put_on(response)
