"""An organisation states one position on a statement, by name, and is counted nowhere."""

import pytest
from django.core.exceptions import ValidationError

from proposals.models import Position, Stance, Statement
from tests.factories import make_organisation, make_position, make_proposal


@pytest.fixture
def statement(home):
    return make_proposal().published_statements.get(kind="benefit")


def read(client, statement):
    return client.get(statement.own_url).content.decode()


def test_position_is_shown_by_name_with_its_words_and_source(client, statement):
    make_position(
        statement, answer=-1, words="Two are not enough.", source="https://example.org/why"
    )
    page = read(client, statement)
    for words in ("Open Records Trust", "Disagree", "Two are not enough.", "example.org/why"):
        assert words in page


def test_position_is_counted_nowhere(statement):
    make_position(statement)
    assert not Stance.objects.exists()


def test_second_position_on_the_same_words_is_refused(statement):
    make_position(statement)
    second = Position(statement=statement, organisation=make_organisation(), answer=0)
    with pytest.raises(ValidationError, match="change that one"):
        second.full_clean()


def test_position_can_be_changed(statement):
    position = make_position(statement)
    position.answer = 0
    position.full_clean()
    position.save()
    assert Position.objects.get().answer == 0


def test_reworded_statement_takes_another_position_and_the_first_stays(client, statement):
    make_position(statement, words="Before.")
    earlier = statement.claim
    statement.claim, statement.wording_hash = "Another claim.", "0" * 64
    Statement.objects.filter(pk=statement.pk).update(
        claim=statement.claim, wording_hash=statement.wording_hash
    )
    second = Position(
        statement=statement, organisation=make_organisation(), answer=-1, words="Now."
    )
    second.full_clean()
    second.save()
    page = read(client, statement)
    assert page.index("Now.") < page.index("Before.")
    assert f"On an earlier wording: “{earlier}”" in page


def test_words_are_never_markup(client, statement):
    make_position(statement, words="<script>alert(1)</script>")
    assert "<script>alert" not in read(client, statement)


@pytest.mark.parametrize("source", ["javascript:alert(1)", "data:text/html,x", "no address"])
def test_source_is_an_address_on_the_web(statement, source):
    position = Position(
        statement=statement, organisation=make_organisation(), answer=1, source=source
    )
    with pytest.raises(ValidationError):
        position.full_clean()


def test_position_is_seen_and_gone_at_once(client, statement, django_capture_on_commit_callbacks):
    assert "Open Records Trust" not in read(client, statement)
    with django_capture_on_commit_callbacks(execute=True):
        position = make_position(statement)
    assert "Open Records Trust" in read(client, statement)
    with django_capture_on_commit_callbacks(execute=True):
        position.delete()
    assert "Open Records Trust" not in read(client, statement)
