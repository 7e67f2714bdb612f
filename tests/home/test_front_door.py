import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from tests.factories import make_post, make_proposal, place


@pytest.fixture
def called_to(home):
    """The page to which the call to sign up leads."""
    home.signup_heading = "Join us"
    home.signup_page = place(home, StandardPage(title="How to take part"))
    home.save_revision().publish()
    return home.signup_page


@pytest.fixture
def read(client):
    """The front door as it is made now."""

    def read():
        cache.clear()
        return client.get("/").content.decode()

    return read


def test_new_site_has_a_front_door(client, home):
    assert client.get("/").status_code == 200


def test_front_door_shows_what_is_open_and_new(client, home):
    proposal = make_proposal("Linking records")
    post = make_post("News of the week")
    page = client.get("/").content.decode()
    assert proposal.url in page
    assert post.url in page


def test_call_to_sign_up_without_a_heading_has_words_all_the_same(called_to, home, read):
    home.refresh_from_db()
    home.signup_heading = ""
    home.save_revision().publish()
    page = read()
    assert '<a class="button" href="#sign-up">Sign up</a>' in page
    assert '<h2 id="sign-up">Sign up</h2>' in page


def test_call_to_sign_up_leads_to_its_page_only_while_readers_find_that(called_to, read):
    assert "How to take part" in read()
    restriction = PageViewRestriction.objects.create(page=called_to, restriction_type="login")
    assert "How to take part" not in read()
    restriction.delete()
    called_to.unpublish()
    assert "How to take part" not in read()
    assert "Join us" not in read()
