"""What we're doing: the phases around today, and what each brings."""

import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import PageViewRestriction

from process.models import ProcessPage
from tests.factories import make_organisation, make_proposal, place

TODAY = timezone.localdate()


def phase(opens, closes, kind="scoping", title="", outputs=()):
    return {
        "type": "phase",
        "value": {
            "kind": kind,
            "title": title,
            "opens": (TODAY + timedelta(days=opens)).isoformat(),
            "closes": (TODAY + timedelta(days=closes)).isoformat(),
            "description": "<p>What happens.</p>",
            "outputs": [
                {"type": "item", "value": output, "id": str(uuid.uuid4())} for output in outputs
            ],
        },
    }


def make_process(home, phases, **fields):
    defaults = {
        "introduction": "<p>Hello.</p>",
        "take_part": "<p>So.</p>",
        "out_of_scope": "<p>No.</p>",
    }
    page = ProcessPage(
        title="What we're doing", slug="process", phases=phases, **defaults, **fields
    )
    return place(home, page)


def read(client, page):
    return client.get(page.url).content.decode()


@pytest.mark.parametrize(
    ("opens", "closes", "is_over", "is_now"),
    [
        (-9, -1, True, False),
        (-9, 0, False, True),
        (0, 9, False, True),
        (0, 0, False, True),
        (1, 9, False, False),
    ],
)
def test_phase_holds_from_its_first_day_to_the_end_of_its_last(
    home, opens, closes, is_over, is_now
):
    value = make_process(home, [phase(opens, closes)]).phases[0].value
    assert (value.is_over, value.is_now) == (is_over, is_now)


def test_timeline_marks_today_in_its_phase(client, home):
    page = read(client, make_process(home, [phase(-9, -1), phase(0, 3, "consultation")]))
    assert page.count('aria-current="step"') == 1
    assert "Today: 3 days left" in page


def test_timeline_marks_today_between_two_phases(client, home):
    process = make_process(home, [phase(-9, -2), phase(2, 9, "consultation")])
    assert process.current_phase is None
    page = read(client, process)
    assert "Today is between two phases." in page
    assert page.index("between two phases") > page.index("· done")


def test_phase_is_named_by_its_kind_unless_it_has_a_title(home):
    process = make_process(home, [phase(0, 1, "scoping"), phase(2, 3, "scoping", "First steps")])
    assert [block.value.name for block in process.phases] == ["Scoping", "First steps"]


def test_output_is_linked_once_its_page_is_public(client, home):
    proposal = make_proposal("Linking records")
    draft = make_proposal("Not yet", live=False)
    outputs = [
        {"title": "A proposal", "page": proposal.pk},
        {"title": "A draft", "page": draft.pk},
        {"title": "Conclusions", "page": None},
    ]
    process = make_process(home, [phase(0, 9, outputs=outputs)])
    page = read(client, process)
    assert f'<a href="{proposal.url}">A proposal</a>' in page
    assert draft.url not in page
    assert 'Conclusions <span class="small">(to come)</span>' in page
    PageViewRestriction.objects.create(page=proposal, restriction_type="login")
    cache.clear()
    assert proposal.url not in read(client, process)


def test_phases_out_of_order_are_refused(home):
    with pytest.raises(ValidationError, match="in the order of their dates"):
        make_process(home, [phase(5, 9), phase(-9, 1)])


def test_organisations_stand_under_their_sectors(client, home):
    business = make_organisation("Credit Forum", "business")
    charity = make_organisation("Plain Advice", "civil_society")
    process = make_process(home, [phase(0, 1)], organisations=[business, charity])
    assert process.organisations_by_sector == [
        ("Civil society", [charity]),
        ("Business", [business]),
    ]
    assert "Plain Advice" in read(client, process)


def test_front_door_shows_where_the_process_stands(client, home):
    make_process(home, [phase(-1, 4, "consultation")])
    assert 'aria-current="step"' in client.get("/").content.decode()
