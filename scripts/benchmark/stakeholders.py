"""Many who sign up at once."""

from . import report
from .crowd import send_forms
from .server import AS_CONFIGURED, serve

PEOPLE, EACH = 20, 100
STEPS = 1


def measure(site, step, seconds):
    step(f"{PEOPLE} people sign up {EACH} addresses each")
    before = site.ask("sign_ups")
    with serve(site, workers=AS_CONFIGURED) as server:
        took, _ = send_forms(server.port, "/stakeholders/sign-up/", PEOPLE, EACH, sign_up)
    sign_ups, mails = (now - then for now, then in zip(site.ask("sign_ups"), before, strict=True))
    rate, lost = sign_ups / took, PEOPLE * EACH - min(sign_ups, mails)
    return report.aim(
        f"200 sign-ups/s from {PEOPLE} people, none lost",
        f"{rate:.0f}/s, {lost} lost",
        rate >= 200 and not lost,
    )


def sign_up(number):
    return {
        "email": f"reader-{number}@example.org",
        "sector": "individual",
        "wants_updates": "on",
        "follows_all": "on",
        "frequency": "weekly",
    }
