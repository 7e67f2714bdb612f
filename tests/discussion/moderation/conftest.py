"""Moderators, and comments for them."""

import pytest

from discussion.signals import comment_decided, comment_published, comment_shown_otherwise
from tests.editors.conftest import clients, people  # noqa: F401
from tests.factories import make_comment, make_post


@pytest.fixture
def post(home):
    return make_post("The post")


@pytest.fixture
def pending(post):
    return make_comment(post, "What I think.", "pending")


@pytest.fixture
def published(post):
    return make_comment(post, "What I think.", "published")


@pytest.fixture
def moderator(people):  # noqa: F811
    return people["moderator"]


@pytest.fixture
def client(clients):  # noqa: F811
    """The moderator's browser."""
    return clients["moderator"]


@pytest.fixture
def heard():
    """The names of the signals that were sent, in their order."""
    names = []
    signals = {
        "decided": comment_decided,
        "published": comment_published,
        "shown otherwise": comment_shown_otherwise,
    }
    listeners = {name: lambda name=name, **kwargs: names.append(name) for name in signals}
    for name, signal in signals.items():
        signal.connect(listeners[name])
    yield names
    for name, signal in signals.items():
        signal.disconnect(listeners[name])
