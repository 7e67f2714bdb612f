"""What allauth and Django tell about signing in, and who hears it."""

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth import signals as auth

from . import audit
from .lock import lift_lock
from .sessions import begin_session

HEARD = [
    (auth.user_logged_in, begin_session),
    (auth.user_logged_in, audit.noted("editors.signed_in")),
    (auth.user_logged_out, audit.noted("editors.signed_out")),
    (auth.user_login_failed, audit.note_failure),
    (account.password_changed, audit.noted("editors.password_changed")),
    (account.password_set, audit.noted("editors.password_changed")),
    (account.password_reset, audit.noted("editors.password_reset")),
    (account.password_reset, lift_lock),
    (mfa.authenticator_added, audit.noted_factor("editors.factor_added")),
    (mfa.authenticator_removed, audit.noted_factor("editors.factor_removed")),
    (mfa.authenticator_reset, audit.noted("editors.codes_renewed")),
    (mfa.authenticator_used, audit.note_recovery_code),
    (mfa.authentication_failed, audit.note_wrong_code),
]


def connect():
    for signal, receiver in HEARD:
        signal.connect(receiver, weak=False)
