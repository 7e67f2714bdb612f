"""Texts say on whose behalf they speak, in lists and on their own page."""

import pytest

from blog.models import BlogPage, MeetingNotePage
from core.models import Voice
from home.models import StandardPage
from tests.factories import make_post, make_proposal, place

MAKERS = {
    "post": lambda home, **fields: make_post(**fields),
    "meeting note": lambda home, **fields: make_post(
        model=MeetingNotePage, place="Online", **fields
    ),
    "proposal": lambda home, **fields: make_proposal(**fields),
    "standard page": lambda home, **fields: place(home, StandardPage(title="About", **fields)),
}


@pytest.mark.parametrize("voice", Voice)
@pytest.mark.parametrize("kind", MAKERS)
def test_a_text_says_who_speaks(client, home, kind, voice):
    page = MAKERS[kind](home, voice=voice)
    assert voice.label in client.get(page.url).content.decode()


@pytest.mark.parametrize("kind", MAKERS)
def test_a_text_is_joint_unless_somebody_says_otherwise(home, kind):
    assert MAKERS[kind](home).voice == Voice.JOINT


@pytest.mark.parametrize("voice", Voice)
def test_lists_say_who_speaks(client, home, voice):
    post = make_post(voice=voice)
    proposal = make_proposal(voice=voice)
    for address in (post.get_parent().url, proposal.get_parent().url):
        assert voice.label in client.get(address).content.decode(), address
    assert client.get(home.url).content.decode().count(voice.label) == 2
    assert BlogPage.objects.get().voice == voice
