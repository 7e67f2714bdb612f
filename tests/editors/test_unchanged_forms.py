"""A form that comes back as it was shown is no edit, and so asks nobody to sign again."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from blog.models import MeetingNotePage
from tests.factories import make_organisation, make_post


def one_block(kind, value, block_id=""):
    """A stream of one block as a browser sends it."""
    sent = {"type": kind, "value": value, "id": block_id, "order": "0", "deleted": ""}
    return {"count": "1", "0": sent}


def changed(page, person, data):
    """The fields that the form for `page` takes for changed when `data` comes back."""
    form_class = page.get_edit_handler().get_form_class()
    form = form_class(data, instance=page, parent_page=page.get_parent(), for_user=person)
    assert form.is_valid(), form.errors
    return set(form.changed_data)


@pytest.fixture
def note(people):
    came = {"organisation": make_organisation().pk, "people": 4, "names": ""}
    action = {"action": "Publish it", "owner": "Policy team", "due": "2026-03-12", "done": False}
    return make_post(
        model=MeetingNotePage,
        place="Online",
        attendance=[{"type": "organisation", "value": came, "id": "a"}],
        actions=[{"type": "action", "value": action, "id": "b"}],
    )


@pytest.mark.parametrize(
    ("people_sent", "due_sent", "expected"),
    [
        ("4", "12/03/2026", set()),
        ("4", "2026-03-12", set()),
        ("5", "12/03/2026", {"attendance"}),
        ("4", "13/03/2026", {"actions"}),
    ],
)
def test_numbers_and_dates_count_as_changed_when_they_are(
    note, people, people_sent, due_sent, expected
):
    came = {"organisation": str(make_organisation().pk), "people": people_sent, "names": ""}
    action = {"action": "Publish it", "owner": "Policy team", "due": due_sent}
    data = nested_form_data(
        {
            "title": note.title,
            "slug": note.slug,
            "introduction": note.introduction,
            "date": str(note.date),
            "place": note.place,
            "voice": note.voice,
            "comments_setting": note.comments_setting,
            "names_withheld": "on",
            "non_attribution": "on",
            "attendance": one_block("organisation", came, "a"),
            "actions": one_block("action", action, "b"),
            "body": one_block("paragraph", rich_text("<p>Words.</p>")),
            "discussed_statements": inline_formset([]),
            "comments": inline_formset([]),
        }
    )
    page = note.get_latest_revision_as_object()
    assert changed(page, people["editor"], data) - {"body"} == expected
