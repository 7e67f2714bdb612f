"""Every address at which staff prove who they are. Names are allauth's, which looks them up."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.utils.urlpatterns import decorate_urlpatterns

from .confirmation import asks_again

PASSWORD = [
    path("change/", account.password_change, name="account_change_password"),
    path("set/", account.password_set, name="account_set_password"),
    path("reset/", account.password_reset, name="account_reset_password"),
    path("reset/sent/", account.password_reset_done, name="account_reset_password_done"),
    # The colon marks a part that the server's log leaves out.
    re_path(
        r"^new/key:(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("new/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]

PASSKEYS = [
    path("", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("sign-in/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("confirm/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("<int:pk>/rename/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
]

SECURITY = [
    path("", factors.index, name="mfa_index"),
    path("confirm/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("app/add/", app.activate_totp, name="mfa_activate_totp"),
    path("app/remove/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("codes/file/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("passkeys/", include(PASSKEYS)),
]

ACCOUNT = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-in/second-step/", factors.authenticate, name="mfa_authenticate"),
    path("sign-out/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", include(PASSWORD)),
    path("security/", include(SECURITY)),
]

# Wagtail's own doors, which know neither second factor nor limits.
to_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)
DOORS = [
    path("admin/login/", to_sign_in),
    path("admin/logout/", account.logout),
    path("admin/password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    path("_util/login/", to_sign_in),
]

urlpatterns = decorate_urlpatterns([path("account/", include(ACCOUNT)), *DOORS], asks_again)
