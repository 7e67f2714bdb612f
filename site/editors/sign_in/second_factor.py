"""Who gets into the admin: whoever may, with a second factor if their part asks for one."""

from functools import wraps

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect

# A code or a key that comes beside the password. Recovery codes only stand in for one.
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
WRITERS = "Editors"


def needs_second_factor(user):
    """Everybody but those who only write: publishers, moderators, administrators, and whatever
    group is made or renamed one day."""
    groups = set(user.groups.values_list("name", flat=True))
    return user.is_superuser or groups != {WRITERS}


def lacks_second_factor(user):
    return (
        settings.SECOND_FACTOR_REQUIRED
        and not is_mfa_enabled(user, FACTORS)
        and needs_second_factor(user)
    )


def guarded(view):
    """Every address below /admin/ stands behind this; whoever is not signed in is Wagtail's to
    send away."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        user = request.user
        if user.is_authenticated and not user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied("This account has no part in the admin.")
        if user.is_authenticated and lacks_second_factor(user):
            return redirect("mfa_index")
        return view(request, *args, **kwargs)

    return wrapper
