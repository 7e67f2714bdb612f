"""Readers say what is wrong with a published comment, without saying who they are."""

import pytest
from django.urls import reverse

from discussion.models import Report, State
from tests.factories import make_comment


@pytest.fixture
def comment(post):
    return make_comment(post)


@pytest.fixture
def address(comment):
    return reverse("comment_report", args=[comment.uuid])


def test_report_is_kept_for_moderators(client, address, comment):
    response = client.post(address, {"reason": "abuse", "words": "Second\x00 line."})
    assert response["Location"] == reverse("comment_reported", args=[comment.uuid])
    report = Report.objects.get()
    assert (report.comment, report.reason, report.words) == (comment, "abuse", "Second line.")


def test_who_has_reported_is_led_back_to_the_comment(client, address, comment):
    thanks = client.post(address, {"reason": "abuse", "words": ""}, follow=True)
    assert f'<a href="{comment.get_absolute_url()}">' in thanks.content.decode()


def test_report_sent_twice_is_one(client, address):
    for _ in range(2):
        client.post(address, {"reason": "abuse", "words": ""})
    assert Report.objects.count() == 1


@pytest.mark.parametrize("state", [state for state in State if state != State.PUBLISHED])
def test_only_what_readers_see_is_reported(client, post, state):
    hidden = make_comment(post, state=state)
    address = reverse("comment_report", args=[hidden.uuid])
    assert client.get(address).status_code == client.post(address).status_code == 404


@pytest.mark.parametrize(
    "typed",
    [
        {"reason": "", "words": "Look."},
        {"reason": "dislike", "words": "Look."},
        {"reason": "abuse", "words": "Look. " + "a" * 1000},
        {"reason": "abuse", "words": "Look.", "website": "x"},
    ],
)
def test_bad_report_is_shown_again(client, address, typed):
    page = client.post(address, typed).content.decode()
    assert "Not sent yet" in page
    assert "Look." in page
    assert not Report.objects.exists()


def test_reading_the_form_reports_nothing(client, address):
    client.get(address, {"reason": "abuse"})
    assert not Report.objects.exists()


def test_one_network_reports_only_so_much(client, address, settings):
    settings.SENT_PER_NETWORK_AND_HOUR = 1
    client.post(address, {"reason": "abuse"})
    response = client.post(address, {"reason": "unlawful", "words": "Look."})
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert "Look." in response.content.decode()
    assert Report.objects.count() == 1
