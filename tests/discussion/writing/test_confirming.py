"""One click in a mail opens a page; its button lets the comment join the queue, once."""

import pytest

from discussion import links
from discussion.confirming import confirm
from discussion.models import State
from discussion.signals import comment_confirmed
from tests.factories import make_comment

DAY = 24 * 60 * 60


@pytest.fixture
def comment(post):
    return make_comment(post, state="unconfirmed", user_name="Mallory")


@pytest.fixture
def link(comment):
    return path_of(links.confirm_url(comment))


@pytest.fixture
def confirmed():
    """The comments of which `comment_confirmed` was sent."""
    heard = []

    def hear(sender, comment, **kwargs):
        heard.append(comment)

    comment_confirmed.connect(hear)
    yield heard
    comment_confirmed.disconnect(hear)


def path_of(url):
    return url.removeprefix("http://localhost")


def test_link_is_short(link):
    assert len(link) < 200


def test_opening_the_link_changes_nothing(client, link, comment, confirmed):
    page = client.get(link).content.decode()
    comment.refresh_from_db()
    assert comment.state == State.UNCONFIRMED
    assert "Confirm my comment" in page
    assert "Mallory" not in page
    assert not confirmed


def test_button_lets_the_comment_wait_for_a_moderator(client, link, comment, confirmed):
    response = client.post(link)
    comment.refresh_from_db()
    assert comment.state == State.PENDING
    assert comment.confirmed_at
    assert response["Location"] == links.mine_url(comment)
    assert confirmed == [comment]


def test_link_clicked_twice_does_no_harm(client, link, comment, confirmed):
    client.post(link)
    comment.refresh_from_db()
    first = comment.confirmed_at
    for ask in (client.get, client.post):
        assert ask(link).status_code == 302
    comment.refresh_from_db()
    assert comment.confirmed_at == first
    assert len(confirmed) == 1


@pytest.mark.parametrize("state", ["published", "rejected", "withheld", "withdrawn"])
def test_old_link_does_not_bring_a_comment_back_into_the_queue(post, state):
    comment = make_comment(post, state=state)
    confirm(comment)
    assert comment.state == state


def test_expired_link_explains_itself(client, link, comment, at, settings):
    at(settings.UNCONFIRMED_COMMENT_DAYS * DAY + 60)
    for ask in (client.get, client.post):
        response = ask(link)
        assert response.status_code == 404
        assert "holds for 7 days" in response.content.decode()
    comment.refresh_from_db()
    assert comment.state == State.UNCONFIRMED


@pytest.mark.parametrize("token", ["x", "a:b:c", "9" * 400, "%00", "é:1:2", "::"])
def test_forged_link_explains_itself(client, home, token):
    for purpose in ("confirm", "mine", "mute"):
        assert client.get(f"/comments/{purpose}/{token}/").status_code in {400, 404}


def test_link_for_one_purpose_does_not_serve_another(client, comment):
    token = links.mine_url(comment).split("/")[-2]
    for purpose in ("confirm", "mute"):
        assert client.post(f"/comments/{purpose}/{token}/").status_code == 404


def test_link_of_a_purged_comment_explains_itself(client, link, comment):
    comment.delete()
    assert client.post(link).status_code == 404


def test_link_made_with_an_earlier_key_holds(client, link, settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert client.get(link).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    assert client.get(link).status_code == 404


def test_page_is_kept_by_nobody(client, link):
    assert client.get(link)["Cache-Control"] == "private, no-store"


def test_unsigned_uuid_is_no_link(client, comment):
    assert client.get(f"/comments/confirm/{comment.uuid.hex}/").status_code == 404
