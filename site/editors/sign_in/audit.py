"""Who signed in, who tried to, and what changed about how they do: told in the admin's site
history, without any address and without a name that is nobody's."""

from django.contrib.auth import get_user_model
from wagtail.log_actions import LogFormatter, log

# action: what filters call it, what the history says
ACTIONS = {
    "editors.signed_in": ("Sign in", "Signed in"),
    "editors.signed_out": ("Sign out", "Signed out"),
    "editors.sign_in_failed": ("Failed sign-in", "Somebody gave a wrong password"),
    "editors.code_failed": ("Failed code", "Somebody gave a wrong code"),
    "editors.password_changed": ("Change password", "Changed the password"),
    "editors.password_reset": ("Reset password", "Reset the password by mail"),
    "editors.factor_added": ("Add second factor", "Added"),
    "editors.factor_removed": ("Remove second factor", "Removed"),
    "editors.codes_renewed": ("Renew recovery codes", "Made new recovery codes"),
    "editors.factors_taken_away": ("Take second factors away", "Removed all second factors"),
    "editors.recovery_code_used": ("Use recovery code", "Used up a recovery code"),
}
FACTORS = {"totp": "an app", "webauthn": "a passkey", "recovery_codes": "recovery codes"}


class Entry(LogFormatter):
    """What the history says, with the factor that an entry is about."""

    def format_message(self, log_entry):
        factor = FACTORS.get(log_entry.data.get("factor"), "")
        return f"{self.message} {factor}".strip()


def register_actions(registry):
    for action, (label, message) in ACTIONS.items():
        formatter = type("Formatter", (Entry,), {"label": label, "message": message})
        registry.register_action(action)(formatter)


def noted(action):
    """A receiver that notes what somebody did to their own account."""

    def note(user, **kwargs):
        if user:
            log(user, action, user=user)

    return note


def noted_factor(action):
    def note(user, authenticator, **kwargs):
        log(user, action, user=user, data={"factor": authenticator.type})

    return note


def note_recovery_code(user, authenticator, **kwargs):
    if authenticator.type == authenticator.Type.RECOVERY_CODES:
        log(user, "editors.recovery_code_used", user=user)


def note_wrong_code(user, **kwargs):
    log(user, "editors.code_failed")


def note_failure(credentials, **kwargs):
    """Only for a name that exists: what else is typed there may be a password."""
    name = credentials.get("username", "")
    if user := get_user_model().objects.filter(username__iexact=name).first():
        log(user, "editors.sign_in_failed")
