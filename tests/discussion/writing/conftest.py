"""A post that takes comments, and a reader with the form open."""

import time

import pytest
from django.urls import reverse

from discussion.models import PublicComment
from tests.factories import make_post

TEXT = "Please publish the list *before* the second round."


@pytest.fixture
def post(home):
    return make_post("The post")


@pytest.fixture
def set_comments(post):
    """Changes, behind an open form, whether the post takes comments."""
    return lambda to: type(post).objects.filter(pk=post.pk).update(comments_setting=to)


@pytest.fixture
def address(post):
    return reverse("comment_write", args=[f"page-{post.pk}"])


class Reader:
    """Somebody with a browser: opens the form, fills it in, sends it."""

    def __init__(self, client, address):
        self.client = client
        self.address = address

    def open(self, **query):
        """What stands in the fields of a freshly opened form."""
        return self.read(self.client.get(self.address, query))

    def read(self, response):
        """What a browser would send of the form in `response`, as it is."""
        form = response.context["form"]
        assert "value" not in str(form["website"])
        return {
            field.html_name: field.value()
            for field in form
            if field.value() and field.name != "website"
        }

    def fill(self, **typed):
        given = {"comment": TEXT, "name": "Bo", "email": "bo@example.org"}
        return self.open() | given | typed

    def send(self, **typed):
        return self.client.post(self.address, self.fill(**typed))


@pytest.fixture
def reader(client, address):
    return Reader(client, address)


@pytest.fixture
def comments(db):
    return PublicComment.objects.order_by("pk")


@pytest.fixture
def at(monkeypatch):
    """`at(seconds)` sets the clock of forms and links so much ahead."""
    real = time.time

    def ahead(seconds):
        monkeypatch.setattr(time, "time", lambda: real() + seconds)

    return ahead
