"""What the admin knows of signing in."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.widgets import Button

from .audit import register_actions
from .lost import take_factors_away

hooks.register("register_log_actions", register_actions)


@hooks.register("register_account_menu_item")
def lead_to_security(request):
    return {
        "url": reverse("mfa_index"),
        "label": "Security",
        "help_text": "Your password, passkeys, authenticator app and recovery codes.",
    }


@hooks.register("register_admin_urls")
def register_addresses():
    return [path("users/<int:pk>/second-factors/", take_factors_away, name="take_factors_away")]


@hooks.register("register_user_listing_buttons")
def offer_to_take_factors_away(user, request_user):
    if request_user.is_superuser:
        address = reverse("take_factors_away", args=[user.pk])
        yield Button("Remove second factors", address, icon_name="key", priority=40)
