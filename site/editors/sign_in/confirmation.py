"""Asking for the password again before something that matters."""

from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth.views import redirect_to_login


def asks_again(view):
    """Ask, then show the page anew. allauth would keep the whole request in the session meanwhile,
    the reader's address with it."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except ReauthenticationRequired:
            ways = get_adapter().get_reauthentication_methods(request.user)
            return redirect_to_login(request.path, ways[0]["url"] if ways else None)

    return wrapper
