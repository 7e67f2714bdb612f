"""One comment in its context: all that a moderator needs, and every decision from there."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from discussion import decisions, places
from discussion.decisions import version
from discussion.models import CannedAnswer, Decision, PublicComment, Report
from discussion.personal_data import blank
from discussion.policy import Reason
from tests.factories import make_comment, make_post


class Claims(places.Place):
    """Claims that were reworded since."""

    name = "claim"

    def find(self, pk):
        return self

    def title(self, thing):
        return "R2, on the post"

    def url(self, thing):
        return "/there/"

    def wording(self, thing):
        return "A new wording.", "new"


def address(comment, name="comment"):
    return reverse(f"comments:{name}", args=[comment.pk])


def page(client, comment):
    return client.get(address(comment)).content.decode()


def decide(client, comment, action, **form):
    return client.post(
        address(comment), {"seen": version(comment), "action": action} | form, follow=True
    )


def state(comment):
    return PublicComment.objects.get(pk=comment.pk).state


def test_claim_is_shown_as_it_was_and_as_it_is(client, post, monkeypatch):
    monkeypatch.setitem(places._places, "claim", Claims())
    comment = make_comment(
        post, state="pending", place="claim-1", wording="An old wording.", wording_hash="old"
    )
    shown = page(client, comment)
    for words in ("R2, on the post", 'href="/there/"', "An old wording.", "A new wording."):
        assert words in shown


class TitledClaims(Claims):
    """Claims that are called by their words."""

    def title(self, thing):
        return "R2: Nobody is watched."

    def wording(self, thing):
        return "Nobody is watched.", "now"


@pytest.mark.parametrize(
    ("wording", "wording_hash", "labels"),
    [("Nobody is watched.", "now", 0), ("Nobody is watched", "then", 1)],
)
def test_claim_in_the_title_is_not_said_twice(
    client, post, monkeypatch, wording, wording_hash, labels
):
    monkeypatch.setitem(places._places, "claim", TitledClaims())
    comment = make_comment(
        post, state="pending", place="claim-1", wording=wording, wording_hash=wording_hash
    )
    shown = page(client, comment)
    assert shown.count("Nobody is watched.") == 1
    assert shown.count("As it read then") == labels
    assert "As it reads now" not in shown


def test_words_of_a_claim_that_readers_do_not_see_are_shown(client, post):
    comment = make_comment(post, state="pending", place="claim-1", wording="Nobody is watched.")
    assert "<blockquote>Nobody is watched.</blockquote>" in page(client, comment)


def test_place_that_readers_do_not_see_is_said_to_be_so(client, post):
    shown = page(client, make_comment(post, state="pending", place="nothing-1"))
    assert "Readers don’t see" in shown
    assert "The post" in shown


def test_parent_links_reports_and_signs_are_shown(client, post):
    parent = make_comment(post, "What was said first.", user_name="Cy")
    comment = make_comment(
        post,
        "See [here](https://example.org/a) and **there**",
        parent=parent,
        spam_signs=["Mostly capitals"],
    )
    Report.objects.create(comment=comment, reason=Reason.ABUSE, words="It is about me.")
    shown = page(client, comment)
    for words in (
        "What was said first.",
        "<code>https://example.org/a</code>",
        "<strong>there</strong>",
        "Mostly capitals",
        "It is about me.",
    ):
        assert words in shown


def test_record_counts_what_came_from_the_same_address_and_never_says_which(client, post):
    for each in ("published", "published", "rejected", "pending"):
        make_comment(post, state=each, user_email="ada@example.org")
    make_comment(post, state="published", user_email="other@example.org")
    comment = PublicComment.objects.pending().get()
    response = client.get(address(comment))
    record = response.context["about"].record
    assert (record["published"], record["rejected"], record["pending"]) == (2, 1, 1)
    assert "ada@example.org" not in response.content.decode()


@pytest.mark.parametrize("name", ["comment", "redact"])
def test_unconfirmed_comment_has_no_page(client, post, name):
    comment = make_comment(post, state="unconfirmed")
    assert client.get(address(comment, name)).status_code == 404
    assert client.get(address(comment, name).replace(str(comment.pk), "9" * 20)).status_code == 404


def test_rejection_without_a_reason_is_refused_and_keeps_what_was_typed(client, pending):
    shown = decide(client, pending, "reject", answer="Please don’t.").content.decode()
    assert "Choose the clause" in shown
    assert "Please don’t." in shown
    assert state(pending) == "pending"


def test_refusal_is_said_at_the_top_and_leads_to_the_field(client, pending):
    seen = {"seen": version(pending)}
    several = reverse("comments:several", args=["pending", "reject"])
    for sent in (
        client.post(address(pending), seen | {"action": "withhold"}),
        client.post(address(pending, "redact"), seen | {"text": pending.comment}),
        client.post(several, {"seen": f"{pending.pk}-{version(pending)}"}),
    ):
        shown = sent.content.decode()
        assert "Not decided yet: " in shown.partition("</title>")[0]
        main = shown.partition("<main")[2]
        top, _, rest = main.partition('<a href="#id_reason">Reason</a>: ')
        assert 'class="problems" role="alert" tabindex="-1" autofocus' in top
        assert "<form" not in top
        assert 'id="id_reason"' in rest


def test_decision_that_comes_too_late_is_said_at_the_top(client, pending):
    sent = client.post(address(pending), {"seen": "x", "action": "approve"})
    shown = sent.content.decode()
    problems = shown.partition('<div class="problems"')[2].partition("</div>")[0]
    assert "changed this comment" in problems
    assert shown.count("changed this comment") == 1


def test_next_comment_follows_a_decision_and_is_taken(client, post, moderator):
    old, new = (
        make_comment(
            post, f"{hours}", "pending", confirmed_at=timezone.now() - timedelta(hours=hours)
        )
        for hours in (3, 1)
    )
    response = decide(client, old, "reject", reason="abuse")
    assert response.redirect_chain[-1][0] == address(new)
    new.refresh_from_db()
    assert new.assigned_to == moderator
    response = decide(client, new, "approve")
    assert response.redirect_chain[-1][0] == reverse("comments:pending")


def test_decision_that_comes_too_late_says_who_was_first(client, pending, people):
    form = {"seen": version(pending), "action": "approve", "note": "Mine."}
    decisions.reject(pending, people["superuser"], Reason.ABUSE)
    shown = client.post(address(pending), form).content.decode()
    assert "superuser decided on this comment" in shown
    assert "Mine." in shown
    assert Decision.objects.count() == 1


def test_form_that_was_refused_can_be_sent_again(client, pending, people):
    stale = version(pending)
    decisions.reject(pending, people["superuser"], Reason.ABUSE)
    response = client.post(address(pending), {"seen": stale, "action": "approve"})
    fresh = response.context["seen"]
    assert fresh != stale
    client.post(address(pending), {"seen": fresh, "action": "approve"})
    assert state(pending) == "published"


def test_undo_is_offered_where_there_is_something_to_undo(client, pending):
    assert 'value="undo"' not in page(client, pending)
    decide(client, pending, "reject", reason="abuse")
    rejected = PublicComment.objects.get(pk=pending.pk)
    assert 'value="undo"' in page(client, rejected)
    decide(client, rejected, "undo")
    assert state(pending) == "pending"


def test_canned_answer_is_sent_where_nothing_else_was_typed(client, pending, post):
    canned = CannedAnswer.objects.create(title="No adverts", words="Please don’t advertise.")
    decide(client, pending, "reject", reason="advertising", canned=canned.pk)
    assert Decision.objects.get().answer == "Please don’t advertise."
    other = make_comment(post, "Other", "pending")
    decide(client, other, "reject", reason="abuse", canned=canned.pk, answer="My own words.")
    assert Decision.objects.first().answer == "My own words."


def test_marked_words_are_taken_out_and_the_comment_published(client, post):
    comment = make_comment(post, "John is wrong.", "pending")
    form = {"seen": version(comment), "reason": "personal_data", "text": "[[John]] is wrong."}
    client.post(address(comment, "redact"), form)
    comment.refresh_from_db()
    assert comment.comment == "[removed: names a private person] is wrong."
    assert comment.state == "published"
    assert "John" not in comment.html


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"text": "[[John]] is wrong."}, "Choose the clause"),
        ({"text": "John is wrong.", "reason": "abuse"}, "Nothing is marked"),
        ({"text": "[[John]] is right.", "reason": "abuse"}, "More than the marks"),
        ({"text": "", "reason": "abuse"}, "This field is required"),
        ({"text": "[[John]] is wrong.", "reason": "abuse", "seen": "x"}, "changed this comment"),
    ],
)
def test_redaction_that_can_not_be_is_refused_with_what_was_typed(client, post, form, words):
    comment = make_comment(post, "John is wrong.", "pending")
    form = {"seen": version(comment), "note": "My note."} | form
    shown = client.post(address(comment, "redact"), form).content.decode()
    assert words in shown
    assert "My note." in shown
    assert state(comment) == "pending"


def test_withdrawn_comment_shows_no_text_and_takes_no_decision(client, published):
    blank(published)
    shown = page(client, published)
    assert "Withdrawn by its author" in shown
    assert "What I think" not in shown
    assert 'name="action"' not in shown
    assert client.get(address(published, "redact")).url == address(published)


@pytest.mark.parametrize("field", ["answer", "note", "action", "reason", "canned", "seen"])
@pytest.mark.parametrize("value", ["\x00", "x" * 20_000, "9" * 20, "\u202e"])
def test_bad_input_is_no_error_of_ours(client, pending, field, value):
    form = {"seen": version(pending), "action": "reject", "reason": "abuse"} | {field: value}
    assert client.post(address(pending), form).status_code in (200, 302, 400)


def test_neighbours_are_those_of_the_same_state_in_their_order(client, post):
    first, second, third = (
        make_comment(post, text, "pending", confirmed_at=timezone.now() - timedelta(hours=hours))
        for text, hours in (("a", 3), ("b", 2), ("c", 1))
    )
    make_comment(post, "published", confirmed_at=timezone.now() - timedelta(hours=2))
    about = client.get(address(second)).context["about"]
    assert (about.previous, about.next) == (first, third)
    assert client.get(address(first)).context["about"].previous is None


def test_queries_do_not_grow_with_what_there_is_to_show(
    client, published, moderator, django_assert_max_num_queries, django_assert_num_queries
):
    def fill(number):
        for _ in range(number):
            Report.objects.create(comment=published, reason=Reason.ABUSE)
            decisions.keep(published, moderator)
            make_comment(make_post(), state="published")
            CannedAnswer.objects.create(title="A", words="B")

    fill(2)
    client.get(address(published))
    with django_assert_max_num_queries(25) as few:
        client.get(address(published))
    fill(5)
    with django_assert_num_queries(len(few)):
        client.get(address(published))
