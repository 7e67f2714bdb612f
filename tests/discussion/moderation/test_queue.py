"""The queue: what waits, found by tab, filter and search, and decided singly or many at once."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from discussion import decisions
from discussion.decisions import version
from discussion.models import Decision, PublicComment, Report
from discussion.moderation import several_view
from discussion.policy import Reason
from tests.factories import make_comment, make_post

TABS = ("pending", "reported", "published", "rejected", "withheld")


def hours_ago(hours):
    return timezone.now() - timedelta(hours=hours)


def texts(client, tab="pending", **query):
    response = client.get(reverse(f"comments:{tab}"), query)
    assert response.status_code == 200
    return [comment.comment for comment in response.context["object_list"]]


def several(tab, action, query=""):
    return reverse("comments:several", args=[tab, action]) + query


def ids(*comments):
    return "?" + "&".join(f"id={comment.pk}" for comment in comments)


def seen(*comments):
    return [f"{comment.pk}-{version(comment)}" for comment in comments]


@pytest.fixture
def one_of_each(post):
    """A comment in each state, whose text names it, and a reported one."""
    for state in ("unconfirmed", "pending", "published", "rejected", "withheld", "withdrawn"):
        make_comment(post, state, state)
    reported = make_comment(post, "reported", "published")
    Report.objects.create(comment=reported, reason=Reason.ABUSE)


def test_each_tab_holds_its_own_and_says_how_many(client, one_of_each):
    assert texts(client, "pending") == ["pending"]
    assert texts(client, "reported") == ["reported"]
    assert set(texts(client, "published")) == {"published", "reported"}
    assert texts(client, "rejected") == ["rejected"]
    assert texts(client, "withheld") == ["withheld"]
    tabs = client.get(reverse("comments:pending")).context["tabs"]
    assert [each["number"] for each in tabs] == [1, 1, 2, 1, 1]


def test_address_above_the_tabs_leads_to_what_waits(client, home):
    pending = reverse("comments:pending")
    assertRedirects(client.get(pending.removesuffix("pending/")), pending)


def test_unconfirmed_and_withdrawn_comments_are_in_no_tab(client, one_of_each):
    listed = [text for tab in TABS for text in texts(client, tab)]
    assert not {"unconfirmed", "withdrawn"} & set(listed)


def test_longest_wait_comes_first(client, post):
    for hours in (2, 5, 3):
        make_comment(post, f"{hours} hours", "pending", confirmed_at=hours_ago(hours))
    assert texts(client) == ["5 hours", "3 hours", "2 hours"]


def test_comment_is_listed_with_place_author_wait_and_spam(client, post):
    make_comment(
        post,
        state="pending",
        wording="Staff see one total.",
        user_name="Bo Li",
        organisation="Records Trust",
        user_email="bo@example.org",
        spam_score=6,
        spam_signs=["Nothing but links"],
    )
    page = client.get(reverse("comments:pending")).content.decode()
    for words in ("The post", "one total.", "Bo Li", "Records Trust", "Nothing but links"):
        assert words in page
    assert "bo@example.org" not in page


def test_filters_by_page_spam_and_date(client, post):
    other = make_post("Other post")
    make_comment(other, "elsewhere", "pending")
    make_comment(post, "spam", "pending", spam_score=4)
    make_comment(post, "old", "pending", confirmed_at=hours_ago(24 * 9))
    assert texts(client, page=other.pk) == ["elsewhere"]
    assert texts(client, spam="yes") == ["spam"]
    assert texts(client, spam="no") == ["old", "elsewhere"]
    day = timezone.localdate() - timedelta(days=5)
    assert texts(client, confirmed_at_to=day) == ["old"]


def test_filters_by_reason(client, post):
    for reason in (Reason.ABUSE, Reason.ADVERTISING):
        make_comment(post, reason.value, "rejected", reason=reason)
    assert texts(client, "rejected", reason="abuse") == ["abuse"]


def test_filters_by_who_has_it(client, post, moderator, people):
    now = timezone.now()
    make_comment(post, "mine", "pending", assigned_to=moderator, assigned_at=now)
    make_comment(post, "another's", "pending", assigned_to=people["superuser"], assigned_at=now)
    make_comment(post, "free", "pending")
    assert texts(client, taken="me") == ["mine"]
    assert texts(client, taken="nobody") == ["mine", "free"]


def test_search_finds_words_of_text_name_and_organisation(client, post):
    make_comment(post, "About meters", "pending", user_name="Bo", organisation="Trust")
    make_comment(post, "Nothing", "pending")
    for query in ("meters", "bo", "trust", "TRUST about"):
        assert texts(client, q=query) == ["About meters"]
    assert texts(client, q="meters nothing") == []


@pytest.mark.parametrize(
    "query",
    [
        {"q": '"'},
        {"q": "'; DROP"},
        {"q": "%_\\"},
        {"q": "a" * 10_000},
        {"page": "9" * 20},
        {"page": "x"},
        {"spam": "perhaps"},
        {"taken": "9"},
        {"confirmed_at_from": "yesterday"},
        {"ordering": "user_email"},
        {"p": "9" * 20},
        {"export": "exe"},
    ],
)
@pytest.mark.parametrize("tab", TABS)
def test_no_query_breaks_the_queue(client, pending, tab, query):
    assert client.get(reverse(f"comments:{tab}"), query).status_code == 200


def test_a_null_byte_breaks_nothing(client, pending):
    for name in ("q", "page", "taken"):
        response = client.get(reverse("comments:pending"), {name: "\x00"})
        assert response.status_code in (200, 400)


def test_several_are_decided_after_a_page_that_says_how_many(client, post):
    first, second = (make_comment(post, text, "pending") for text in ("one", "two"))
    third = make_comment(post, "three", "pending")
    address = several("pending", "reject")
    page = client.get(address + ids(first, second)).content.decode()
    assert "Reject 2 comments?" in unescape(page)
    assert not Decision.objects.exists()
    client.post(address, {"reason": "abuse", "note": "All alike.", "seen": seen(first, second)})
    assert texts(client) == ["three"]
    assert set(Decision.objects.values_list("reason", "note")) == {("abuse", "All alike.")}
    third.refresh_from_db()
    assert third.state == "pending"


def test_decision_on_one_from_the_list_speaks_of_one(client, pending):
    page = client.get(several("pending", "reject", ids(pending))).content.decode()
    assert "Reject 1 comment?" in page
    assert "Its author is told the reason." in page
    assert "for all" not in page
    assert "several" not in page.partition("<main")[2].replace("/several/", "")


def test_all_means_all_that_the_filters_leave(client, post):
    make_comment(post, "buy meters", "pending", spam_score=6)
    make_comment(post, "buy watches", "pending", spam_score=6)
    make_comment(post, "meters err", "pending")
    address = several("pending", "approve", "?id=all&spam=yes&q=meters")
    listed = client.get(address).context["comments"]
    assert [comment.comment for comment in listed] == ["buy meters"]


def test_what_joins_the_list_meanwhile_is_not_decided_with_it(client, post):
    shown = make_comment(post, "shown", "pending")
    make_comment(post, "later", "pending")
    client.post(several("pending", "approve", "?id=all"), {"seen": seen(shown)})
    assert texts(client) == ["later"]


def test_what_was_decided_or_changed_meanwhile_is_left_alone_and_counted(client, post, moderator):
    decided, changed, same = (make_comment(post, text, "pending") for text in "abc")
    form = {"seen": seen(decided, changed, same)}
    decisions.reject(decided, moderator, Reason.ABUSE)
    changed.comment = "Otherwise"
    changed.save()
    page = client.post(several("pending", "approve"), form, follow=True).content.decode()
    assert "Comments published: 1." in page
    assert (
        f'<a href="{reverse("comments:published")}"' in page.partition("Comments published: 1.")[2]
    )
    assert "meanwhile: 2." in page
    assert texts(client, "published") == ["c"]


def test_no_more_are_decided_at_once_than_a_request_can_bear(client, post, monkeypatch):
    monkeypatch.setattr(several_view, "AT_ONCE", 2)
    for n in range(3):
        make_comment(post, f"Comment {n}", "pending")
    response = client.get(several("pending", "approve", "?id=all"))
    assert len(response.context["comments"]) == 2
    assert "1 more are in the list" in response.content.decode()


def test_rejecting_several_needs_a_reason_and_keeps_what_was_typed(client, pending):
    form = {"answer": "Please don’t.", "seen": seen(pending)}
    page = client.post(several("pending", "reject"), form).content.decode()
    assert "This field is required" in page
    assert "Please don’t." in page
    assert seen(pending)[0] in page
    assert not Decision.objects.exists()


@pytest.mark.parametrize("chosen", [["x"], ["9" * 20 + "-a"], ["-"], ["0-0"], ["\x00-1"], []])
def test_forged_choices_decide_nothing(client, pending, chosen):
    response = client.post(several("pending", "approve"), {"seen": chosen}, follow=True)
    assert response.status_code in (200, 400)
    assert "Comments published" not in response.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("tab", "action"),
    [("pending", "delete"), ("pending", "keep"), ("published", "approve"), ("x", "approve")],
)
def test_what_can_not_be_done_has_no_page(client, home, tab, action):
    assert client.get(several(tab, action)).status_code == 404


def test_after_a_decision_on_several_the_list_is_as_it_was_left(client, pending):
    address = several("pending", "approve")
    form = {"seen": seen(pending)}
    back = reverse("comments:pending") + "?spam=no"
    assert client.post(address, form | {"next": back}).url == back
    elsewhere = client.post(address, form | {"next": "https://evil.example/"}).url
    assert elsewhere == reverse("comments:pending")


def test_reported_comments_are_kept_or_taken_down(client, published, post):
    other = make_comment(post, "Other", "published")
    for comment in (published, other):
        Report.objects.create(comment=comment, reason=Reason.ABUSE)
    client.post(several("reported", "keep"), {"seen": seen(published)})
    client.post(several("reported", "reject"), {"reason": "abuse", "seen": seen(other)})
    assert texts(client, "reported") == []
    assert texts(client, "published") == ["What I think."]


@pytest.mark.parametrize("tab", TABS)
def test_queries_do_not_grow_with_the_comments(
    client, post, moderator, tab, django_assert_max_num_queries, django_assert_num_queries
):
    state = "published" if tab == "reported" else tab

    def fill(number):
        for n in range(number):
            comment = make_comment(
                make_post(f"Post {tab} {number} {n}"),
                state=state,
                assigned_to=moderator,
                assigned_at=timezone.now(),
            )
            Report.objects.create(comment=comment, reason=Reason.ABUSE)

    fill(2)
    address = reverse(f"comments:{tab}")
    client.get(address)
    with django_assert_max_num_queries(18) as few:
        client.get(address)
    fill(5)
    with django_assert_num_queries(len(few)):
        client.get(address)
    assert PublicComment.objects.count() == 7
