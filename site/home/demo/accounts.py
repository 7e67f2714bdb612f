"""The accounts that the start of a demo names, one for each part. Their passwords are known to all,
so they are made for work on one's own machine alone."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from .record import once

# name: the group it belongs to; an administrator needs none
ACCOUNTS = {
    "administrator": None,
    "editor": "Editors",
    "moderator": "Moderators",
    "policy": "Publishers: policy team",
    "civil-society": "Publishers: civil society",
}


def password_of(name):
    return f"{name}-demo"


def make_accounts():
    if not settings.DEBUG:
        return
    for name, group in ACCOUNTS.items():
        if not get_user_model().objects.filter(username=name).exists():
            once(f"account/{name}", lambda n=name, g=group: make_account(n, g))


def make_account(name, group):
    user = get_user_model().objects.create_user(
        name, f"{name}@example.org", password_of(name), is_superuser=group is None
    )
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user
