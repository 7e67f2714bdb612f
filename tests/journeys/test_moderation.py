"""A moderator's day: by keyboard, many at once, and seen by axe."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from discussion.models import Decision, PublicComment, Report
from discussion.policy import Reason
from tests.factories import make_comment, make_post
from tests.journeys.looking import looking_at_admin


@pytest.fixture
def comments(site):
    """Three that wait, the oldest first, and one that was published and reported."""
    post = make_post("The post")
    reported = make_comment(post, "It was John.")
    Report.objects.create(comment=reported, reason=Reason.PERSONAL_DATA)
    return [
        make_comment(
            post,
            f"See https://example.org/{hours}",
            "pending",
            parent=reported,
            confirmed_at=timezone.now() - timedelta(hours=hours),
        )
        for hours in (9, 5, 1)
    ] + [reported]


def state(comment):
    return PublicComment.objects.get(pk=comment.pk).state


def test_comments_are_decided_by_keyboard_alone(site, comments, sign_in):
    page = sign_in("moderator")
    page.goto(f"{site}/admin/comments/pending/")
    page.get_by_role("button", name="Take the next one").press("Enter")
    page.wait_for_url(f"{site}/admin/comments/{comments[0].pk}/")
    page.keyboard.press("a")
    page.wait_for_url(f"{site}/admin/comments/{comments[1].pk}/")
    expect(page.get_by_text("The comment is published.")).to_be_visible()

    page.get_by_label("Private note").press_sequentially("area")
    assert state(comments[1]) == "pending"
    page.get_by_label("Reason").select_option("It advertises")
    page.get_by_label("Private note").blur()
    page.keyboard.press("r")
    page.wait_for_url(f"{site}/admin/comments/{comments[2].pk}/")
    assert Decision.objects.first().note == "area"

    page.get_by_role("link", name="See it, or undo").press("Enter")
    page.wait_for_url(f"{site}/admin/comments/{comments[1].pk}/")
    page.keyboard.press("u")
    expect(page.get_by_text("The comment is as it was before.")).to_be_visible()
    assert [state(comment) for comment in comments[:3]] == ["published", "pending", "pending"]


def test_selected_words_are_marked_and_taken_out(site, comments, sign_in):
    page = sign_in("moderator")
    page.goto(f"{site}/admin/comments/{comments[3].pk}/redact/")
    text = page.get_by_label("Mark what must go")
    text.evaluate("field => field.setSelectionRange(7, 11)")
    page.get_by_role("button", name="Mark the selected words").click()
    expect(text).to_have_value("It was [[John]].")
    page.get_by_label("Reason").select_option(Reason.PERSONAL_DATA.label)
    page.get_by_role("button", name="Take out and publish").click()
    expect(page.get_by_text("It was [removed: names a private person].")).to_be_visible()


def test_all_that_a_search_finds_are_rejected_at_once(site, comments, sign_in):
    page = sign_in("moderator")
    page.goto(f"{site}/admin/comments/pending/?q=example.org/9")
    page.locator("thead [data-bulk-action-select-all-checkbox]").check()
    page.get_by_label("Decide several comments").get_by_role("link", name="Reject").click()
    expect(page.get_by_role("heading", name="Reject 1 comment?")).to_be_visible()
    page.get_by_label("Reason").select_option("It advertises")
    page.get_by_role("button", name="Reject 1 comment").click()
    expect(page.get_by_text("Comments rejected: 1.")).to_be_visible()
    assert [state(comment) for comment in comments[:3]] == ["rejected", "pending", "pending"]


def test_axe_finds_nothing_of_ours(site, comments, sign_in):
    page = sign_in("moderator")
    look = looking_at_admin(page)
    addresses = [
        "",
        "comments/pending/",
        "comments/reported/",
        f"comments/{comments[0].pk}/",
        f"comments/{comments[3].pk}/redact/",
        "comments/pending/several/reject/?id=all",
        "comments/decisions/",
    ]
    for address in addresses:
        page.goto(f"{site}/admin/{address}")
        look(address)


@pytest.fixture
def phone(site, comments, sign_in):
    page = sign_in("moderator")
    page.set_viewport_size({"width": 320, "height": 900})
    return page


def test_forms_that_decide_fit_a_phone(site, comments, phone):
    for address in (
        f"{comments[0].pk}/",
        f"{comments[0].pk}/redact/",
        "pending/several/reject/?id=all",
    ):
        phone.goto(f"{site}/admin/comments/{address}")
        rights = phone.locator("main form [data-field] *").evaluate_all(
            "parts => parts.map((part) => part.getBoundingClientRect().right)"
        )
        assert rights, address
        assert max(rights) <= 320, address


@pytest.mark.parametrize("tab", ["pending", "reported"])
def test_queue_on_a_phone_keeps_buttons_and_text_apart_and_off_the_edge(site, phone, tab):
    phone.goto(f"{site}/admin/comments/{tab}/")
    row = phone.locator("#listing-results tbody tr").first
    buttons = row.locator(".actions").bounding_box()
    where = row.locator("td").nth(2).locator("div").first.bounding_box()
    tabs = phone.get_by_label("Comments by state").bounding_box()
    assert buttons["y"] + buttons["height"] <= where["y"]
    assert buttons["x"] == where["x"] == tabs["x"]


def test_refused_decision_is_read_at_once_and_its_field_one_step_away(site, comments, sign_in):
    page = sign_in("moderator")
    page.goto(f"{site}/admin/comments/{comments[0].pk}/")
    page.keyboard.press("w")
    problems = page.get_by_role("alert").filter(has_text="Not decided yet")
    expect(problems).to_be_focused()
    expect(problems).to_be_in_viewport()
    problems.get_by_role("link", name="Reason").press("Enter")
    expect(page.get_by_label("Reason")).to_be_focused()
    expect(page.locator("label", has_text="Reason")).to_be_in_viewport()
