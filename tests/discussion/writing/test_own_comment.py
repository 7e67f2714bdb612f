"""Authors see what became of their comment, change it for a while, and withdraw it at any time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from discussion import links
from discussion.models import Decision, State
from discussion.signals import comment_shown_otherwise
from tests.factories import make_comment


@pytest.fixture
def own(client):
    """`own(comment)` opens its author's page; further words are sent there."""

    def ask(comment, /, **sent):
        path = links.mine_url(comment).removeprefix("http://localhost")
        return client.post(path, sent, follow=True) if sent else client.get(path)

    return ask


@pytest.fixture
def shown_otherwise():
    heard = []

    def hear(sender, comment, **kwargs):
        heard.append(comment.pk)

    comment_shown_otherwise.connect(hear)
    yield heard
    comment_shown_otherwise.disconnect(hear)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("unconfirmed", "It waits for you"),
        ("pending", "waits for a moderator"),
        ("published", "It is published"),
        ("rejected", "It is not published"),
        ("withheld", "It was taken down"),
        ("withdrawn", "You withdrew it"),
    ],
)
def test_author_reads_what_became_of_it(own, post, state, words):
    assert words in own(make_comment(post, state=state)).content.decode()


@pytest.mark.parametrize("state", ["rejected", "withheld"])
def test_author_reads_the_reason_and_how_to_appeal(own, post, state):
    comment = make_comment(post, state=state, reason="abuse")
    page = own(comment).content.decode()
    assert "It insults or threatens somebody" in page
    assert str(comment.uuid) in page


def test_address_is_not_on_the_page(own, post):
    assert "ada@example.org" not in own(make_comment(post)).content.decode()


def test_page_of_a_withdrawn_comment_warns_of_nothing_that_it_could_do(own, post):
    assert "may do all this" in own(make_comment(post)).content.decode()
    withdrawn = make_comment(post, state="withdrawn")
    assert "may do all this" not in own(withdrawn).content.decode()


def test_pending_comment_is_changed_within_a_quarter_of_an_hour(own, post, comments):
    own(make_comment(post, state="pending"), comment="Better *words*.")
    comment = comments.get()
    assert comment.comment == "Better *words*."
    assert "<em>words</em>" in comment.html
    assert comment.edited_at


def confirmed_long_ago(post):
    return make_comment(
        post, state="pending", confirmed_at=timezone.now() - timedelta(minutes=15, seconds=1)
    )


def test_text_that_a_moderator_reads_is_not_changed(own, post, editor, comments):
    page = own(make_comment(post, state="pending", assigned_to=editor), comment="Other words.")
    assert "too late to change" in page.content.decode()
    assert "Other words." in page.content.decode()
    assert comments.get().comment == "A comment."


def test_text_is_not_changed_after_a_quarter_of_an_hour(own, post, comments):
    page = own(confirmed_long_ago(post), comment="Other words.")
    assert "too late to change" in page.content.decode()
    assert comments.get().comment == "A comment."


@pytest.mark.parametrize("state", [state for state in State if state != State.PENDING])
def test_only_a_pending_comment_is_changed(own, post, comments, state):
    own(make_comment(post, state=state), comment="Other words.")
    assert comments.get().comment == "A comment."


def test_changed_text_is_held_to_the_same_rules(own, post, comments):
    comment = make_comment(post, state="pending")
    assert "Write your comment here." in own(comment, comment=" ").content.decode()
    assert "At most 5,000 fit" in own(comment, comment="a" * 5001).content.decode()
    assert comments.get().comment == "A comment."


def test_author_reads_that_the_change_is_saved(own, post):
    comment = make_comment(post, state="pending")
    assert "Saved." not in own(comment).content.decode()
    assert "Saved." in own(comment, comment="Better words.").content.decode()


def test_change_that_is_refused_is_said_to_be_not_saved(own, post):
    page = own(make_comment(post, state="pending"), comment=" ").content.decode()
    assert "<h2>Not saved yet</h2>" in page
    assert "Not sent yet" not in page


def test_text_sent_before_is_not_sent_again_by_changing_another(own, reader, comments):
    for text in ("First.", "Second."):
        reader.send(comment=text)
    comments.update(state=State.PENDING, confirmed_at=timezone.now())
    page = own(comments.last(), comment="First.")
    assert "this very text" in page.content.decode()
    assert comments.last().comment == "Second."


@pytest.mark.parametrize("state", ["unconfirmed", "pending", "published", "rejected", "withheld"])
def test_comment_is_withdrawn_at_any_time_with_all_that_says_whose_it_was(
    own, post, comments, state
):
    comment = make_comment(
        post, state=state, organisation="A trust", sector="academia", followup=True, fingerprint="x"
    )
    own(comment, withdraw="1")
    row = comments.get()
    assert row.state == State.WITHDRAWN
    assert row.published_at == comment.published_at
    assert not row.is_public
    kept = (row.comment, row.html, row.user_name, row.user_email, row.organisation, row.sector)
    assert not any([*kept, row.author_key, row.fingerprint, row.text_hash, row.followup])


def test_withdrawing_a_published_comment_drops_what_shows_it(own, post, shown_otherwise):
    comment = make_comment(post)
    own(comment, withdraw="1")
    own(comment, withdraw="1")
    assert shown_otherwise == [comment.pk]


def test_words_taken_out_by_a_moderator_go_with_the_comment(own, post):
    comment = make_comment(post, "[removed: names a private person]")
    Decision.objects.create(
        comment=comment, action="redact", state_before="pending", text_before="A name."
    )
    own(comment, withdraw="1")
    assert Decision.objects.get().text_before == ""


def test_replies_to_a_withdrawn_comment_stay(own, post, comments):
    parent = make_comment(post)
    reply = make_comment(post, parent=parent)
    own(parent, withdraw="1")
    reply.refresh_from_db()
    assert reply.state == State.PUBLISHED


def test_reading_the_page_changes_nothing(client, post, comments):
    comment = make_comment(post, state="pending")
    path = links.mine_url(comment).removeprefix("http://localhost")
    client.get(path, {"withdraw": "1", "comment": "Other."})
    assert comments.get().state == State.PENDING
