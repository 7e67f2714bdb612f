"""How an editor tells subscribers: the words, the mail, a test, once."""

import pytest
from django.urls import reverse

from blog.models import MeetingNotePage
from mailing.models import Delivery, Notification
from stakeholders.models import Frequency, Update
from tests.factories import (
    make_post,
    make_proposal,
    make_response,
    make_stakeholder,
    make_strand,
)


@pytest.fixture
def post(home):
    return make_post("What is new", strand=make_strand())


@pytest.fixture
def address(post):
    return reverse("tell", args=["post", post.pk])


@pytest.fixture
def press(clients, address):
    """`press(action, summary)` presses a button of the form; gives the page that follows."""

    def press(action, summary="My words."):
        answer = clients["policy"].post(
            address, {"action": action, "summary": summary}, follow=True
        )
        return answer.content.decode()

    return press


def test_page_offers_the_introduction_and_counts_who_hears(clients, address, post):
    make_stakeholder(follows_all=True, frequency=Frequency.AT_ONCE)
    make_stakeholder("bob@example.org", strands=[post.strand])
    page = clients["policy"].get(address)
    assert page.context["form"]["summary"].value() == post.introduction
    words = (
        "2 people hear of it</b>: 1 at once, 0 in the next daily digest, 1 in the next weekly one."
    )
    assert words in page.content.decode()


def test_nobody_to_tell_is_said_and_nothing_is_offered_to_send(clients, address):
    page = clients["policy"].get(address).content.decode()
    assert "Nobody follows this" in page
    assert 'value="tell"' not in page


def test_told_is_told_once_and_the_page_says_when_by_whom_and_how(press, clients, address):
    make_stakeholder(follows_all=True, frequency=Frequency.AT_ONCE)
    page = press("tell")
    assert "Subscribers are told." in page
    assert "New post: What is new" in page
    assert "to 1 person" in page
    page = press("tell", "Other words.")
    assert "by policy" in page
    assert "My words." in page
    assert "Other words." not in page
    assert "Subscribers were told of this before." in page
    assert Delivery.objects.count() == 1
    assert 'value="tell"' not in clients["policy"].get(address).content.decode()


def test_page_says_how_many_hear_in_their_next_digest(press):
    make_stakeholder(follows_all=True)
    assert "1 of them hear of it in their next digest" in press("tell")


def test_kept_quiet_until_decided_again(press):
    make_stakeholder(follows_all=True, frequency=Frequency.AT_ONCE)
    page = press("quiet")
    assert "policy decided not to tell" in page
    assert "Nobody hears of it; 1 person would." in page
    assert "decided not to tell" not in press("reopen")
    assert not Update.objects.exists()


def test_a_test_goes_to_the_editor_alone_and_keeps_what_was_typed(press):
    make_stakeholder(follows_all=True, frequency=Frequency.AT_ONCE)
    page = press("test", "My test.")
    assert "A test is on its way to policy@example.org." in page
    assert "My test." in page
    assert list(Delivery.objects.values_list("address", flat=True)) == ["policy@example.org"]
    assert Notification.objects.get().subject == "Test: New post: What is new"
    assert not Update.objects.exists()


def test_editor_without_an_address_gets_no_test(press, people):
    people["policy"].email = ""
    people["policy"].save()
    assert "no address that a mail can go to" in press("test")
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("form", ["html", "text"])
def test_mail_is_seen_as_it_will_come(clients, post, form):
    seen = reverse("tell_seen", args=["post", post.pk, form])
    answer = clients["policy"].post(seen, {"summary": "Tea & cake <now>"})
    page = answer.content.decode()
    assert answer["Content-Type"].startswith("text/html" if form == "html" else "text/plain")
    assert ("Tea &amp; cake &lt;now&gt;" in page) == (form == "html")
    assert "New post: What is new" in page
    assert "/stakeholders/unsubscribe/of-nobody/" in page
    assert not Notification.objects.exists()


@pytest.mark.parametrize("summary", ["", "  ", "x" * 601, "a\x00b"])
@pytest.mark.parametrize("action", ["tell", "test"])
def test_bad_words_are_refused_beside_the_field_and_kept(press, summary, action):
    make_stakeholder(follows_all=True, frequency=Frequency.AT_ONCE)
    assert "w-field__errors" in press(action, summary)
    assert not Notification.objects.exists()


@pytest.mark.parametrize(
    "path", ["post/9", f"post/{'9' * 20}", "no-such-kind/1", "proposal-opened/2", "page/99999"]
)
def test_what_is_not_there_is_not_found(clients, home, path):
    assert clients["policy"].get(f"/admin/updates/{path}/").status_code == 404


def test_drafts_and_restricted_pages_are_not_told(clients, home):
    draft = make_post("Draft", live=False)
    hidden = make_post("Hidden")
    hidden.view_restrictions.create(restriction_type="login")
    for page in (draft, hidden):
        address = reverse("tell", args=["post", page.pk])
        assert clients["policy"].get(address).status_code == 404


def test_meeting_note_is_not_told_as_a_post(clients, home):
    note = make_post("Note", model=MeetingNotePage, place="Online")
    assert clients["policy"].get(reverse("tell", args=["post", note.pk])).status_code == 404
    assert clients["policy"].get(reverse("tell", args=["meeting-note", note.pk])).status_code == 200


def test_menu_of_a_page_leads_there(clients, post):
    editor = reverse("wagtailadmin_pages:edit", args=[post.pk])
    assert "Tell subscribers" in clients["policy"].get(editor).content.decode()


def test_page_of_a_proposal_lists_what_is_told_and_what_will_be(clients, home):
    proposal = make_proposal()
    make_stakeholder(follows_all=True)
    clients["policy"].post(
        reverse("tell", args=["proposal-opened", proposal.pk]),
        {"summary": "It is open.", "action": "tell"},
    )
    page = clients["policy"].get(reverse("updates_of_page", args=[proposal.pk])).content.decode()
    assert "told on" in page
    assert "the site tells it by itself on" in page


def test_post_has_one_thing_to_tell_and_its_page_leads_there(clients, post, address):
    answer = clients["policy"].get(reverse("updates_of_page", args=[post.pk]))
    assert answer.url == address


def test_response_is_told_from_the_list_of_responses(clients, home):
    response = make_response(make_proposal())
    listed = (
        clients["policy"]
        .get(reverse("wagtailsnippets_discussion_officialresponse:list"))
        .content.decode()
    )
    assert reverse("tell", args=["response", response.pk]) in listed
