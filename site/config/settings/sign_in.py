"""How staff sign in (decision 15). Nobody else does: readers need no account."""

from datetime import timedelta

import environ

env = environ.Env()

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = "account_login"
# Passwords are changed on our pages; the address to which a new one is mailed, by administrators
# alone: an open session must not be enough to take an account over.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

# Whether publishers, moderators and administrators get no further without a second factor.
# Production says yes; there is no variable that says no.
SECOND_FACTOR_REQUIRED = False

ACCOUNT_ADAPTER = "editors.sign_in.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
# No mail goes to an address merely because somebody typed it.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Django's own, which knows an account's one address: allauth's would keep earlier ones, too.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
# Whoever is kept out by somebody else's wrong guesses gets in by mail.
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_SESSION_REMEMBER = False
# Wrong tries are counted by network ("ip") and by name ("key"), never by the pair of them.
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": "20/5m/ip,5/5m/key",
    "reset_password": "20/h/ip,5/h/key",
}
# The addresses of our own proxies: those that gunicorn believes, too.
TRUSTED_PROXIES = env.list("FORWARDED_ALLOW_IPS", default=["127.0.0.1", "::1"])

MFA_ADAPTER = "editors.sign_in.adapters.SecondFactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    name: f"editors.sign_in.forms.{form}"
    for name, form in (
        ("add_webauthn", "AddPasskey"),
        ("authenticate_webauthn", "UsePasskey"),
        ("edit_webauthn", "RenamePasskey"),
        ("login_webauthn", "SignInWithPasskey"),
        ("reauthenticate_webauthn", "ConfirmWithPasskey"),
    )
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]

# A session ends when nobody has used it for a while, and after a working day in any case.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE = timedelta(hours=2)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
