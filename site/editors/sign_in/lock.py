"""The lock that too many wrong tries put on a name."""

from allauth.core import ratelimit


def lock_name(username):
    """What wrong tries are counted by: the name alone, not the host that was asked."""
    return username.lower()


def lift_lock(request, user, **kwargs):
    """Let in whoever has proved by mail that the account is theirs."""
    ratelimit.clear(request, action="login_failed", key=lock_name(user.get_username()))
