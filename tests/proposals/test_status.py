"""Where a proposal stands follows from its dates and its outcome, on each day."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proposals.models import ProposalPage
from proposals.models.proposal import Outcome, Status
from tests.factories import make_proposal, make_strand

OPENS, CLOSES = date(2026, 3, 10), date(2026, 3, 20)
DAY = timedelta(days=1)


def on(monkeypatch, day):
    of_moment = timezone.localdate
    monkeypatch.setattr(timezone, "localdate", lambda *args: of_moment(*args) if args else day)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (OPENS - DAY, "forthcoming"),
        (OPENS, "open"),
        (OPENS + DAY, "open"),
        (CLOSES - DAY, "open"),
        (CLOSES, "open"),
        (CLOSES + DAY, "closed"),
    ],
    ids=str,
)
def test_status_changes_with_the_day(monkeypatch, day, status):
    on(monkeypatch, day)
    assert ProposalPage(opens=OPENS, closes=CLOSES).status == status


@pytest.mark.parametrize("outcome", Outcome.values)
@pytest.mark.parametrize("day", [OPENS - DAY, OPENS, CLOSES + DAY], ids=str)
def test_outcome_goes_before_dates(monkeypatch, outcome, day):
    on(monkeypatch, day)
    assert ProposalPage(opens=OPENS, closes=CLOSES, outcome=outcome).status == outcome


def test_proposal_open_for_one_day_is_open_on_it(monkeypatch):
    on(monkeypatch, OPENS)
    assert ProposalPage(opens=OPENS, closes=OPENS).status == "open"


@pytest.mark.parametrize(("day", "left"), [(CLOSES, 0), (CLOSES - DAY, 1), (OPENS, 10)], ids=str)
def test_days_left_are_whole_days_to_the_last(monkeypatch, day, left):
    on(monkeypatch, day)
    assert ProposalPage(opens=OPENS, closes=CLOSES).days_left == left


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (CLOSES, "last day"),
        (CLOSES - DAY, "1 day left"),
        (CLOSES - 2 * DAY, "2 days left"),
        (CLOSES + DAY, "Closed on 20 March 2026"),
        (OPENS - DAY, "Opens 10 March 2026 to 20 March 2026"),
    ],
    ids=str,
)
def test_reader_is_told_what_the_day_means(client, home, monkeypatch, day, words):
    on(monkeypatch, day)
    proposal = make_proposal(opens=OPENS, closes=CLOSES)
    page = client.get(proposal.url).content.decode()
    told = page.partition('<div class="meta">')[2].partition("</div>")[0]
    text = " ".join("".join(part.partition(">")[2] for part in told.split("<")).split())
    assert words in text


days = st.dates(date(2026, 3, 1), date(2026, 3, 6))


@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    today=days,
    pages=st.lists(st.tuples(days, days, st.sampled_from(["", *Outcome.values])), max_size=4),
)
def test_list_by_status_and_status_of_a_page_are_one_rule(home, today, pages):
    with pytest.MonkeyPatch.context() as monkeypatch, transaction.atomic():
        on(monkeypatch, today)
        strand = make_strand()
        for number, (opens, closes, outcome) in enumerate(pages):
            home.add_child(
                instance=ProposalPage(
                    title=f"Proposal {number}",
                    strand=strand,
                    opens=opens,
                    closes=closes,
                    outcome=outcome,
                    live=False,
                )
            )
        for status in Status:
            listed = {page.pk for page in ProposalPage.objects.with_status(status)}
            assert listed == {
                page.pk for page in ProposalPage.objects.all() if page.status == status
            }
        transaction.set_rollback(True)
