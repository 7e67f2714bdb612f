"""Stances: many stakeholders who say at once whether they agree."""

from functools import partial

from . import report
from .crowd import send_forms
from .server import AS_CONFIGURED, serve

PEOPLE, EACH = 20, 100
STEPS = 1


def measure(site, step, seconds):
    step(f"{PEOPLE} people answer {EACH} statements each")
    path, statements, cookies = site.ask("sheet", str(EACH), str(PEOPLE))
    before = site.ask("stances")
    with serve(site, workers=AS_CONFIGURED) as server:
        fields = partial(stance, statements)
        took, _ = send_forms(server.port, path, PEOPLE, EACH, fields, cookies)
    rate, kept = PEOPLE * EACH / took, site.ask("stances") - before
    return report.aim(
        f"200 stances/s from {PEOPLE} people, none lost, none double",
        f"{rate:.0f}/s, {kept} of {PEOPLE * EACH} there",
        rate >= 200 and kept == PEOPLE * EACH,
    )


def stance(statements, number):
    reference, wording = statements[number % len(statements)]
    return {"statement": reference, "wording": wording, "answer": number % 3 - 1}


def make_sheet(statements, people):
    """(path of the page that asks about an open proposal's statements, their references and
    wordings, cookies of so many people who are signed in). Within Django."""
    from django.http import HttpResponse
    from django.utils import timezone

    from stakeholders.identity import remember
    from stakeholders.models import Stakeholder

    from .content import make_proposal

    page = make_proposal(statements)
    page.opens = page.closes = timezone.localdate()
    page.save_revision().publish()
    rows = page.published_statements.all()
    cookies = []
    for number in range(people):
        response = HttpResponse()
        address = f"stakeholder-{number}@example.org"
        person = Stakeholder.objects.create(address=address, confirmed_at=timezone.now())
        remember(response, person)
        cookies += [f"{cookie.key}={cookie.coded_value}" for cookie in response.cookies.values()]
    return f"/stances/{page.pk}/", [(row.reference, row.wording_hash) for row in rows], cookies
