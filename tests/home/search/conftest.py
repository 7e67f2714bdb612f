"""A reader who searches."""

import re

import pytest
from django.test import Client
from django.utils.html import strip_tags


class Answer:
    """What a reader sees of a search."""

    def __init__(self, response):
        self.status = response.status_code
        self.response = response
        self.html = response.content.decode()

    @property
    def headings(self):
        """The headings of the results, in their order."""
        found = re.findall(r"<h3><a href=.*?>(.*?)</a></h3>", self.html)
        return [strip_tags(heading) for heading in found]

    @property
    def addresses(self):
        return re.findall(r'<h3><a href="(.*?)">', self.html)

    @property
    def about(self):
        """What each result says it is, as plain text."""
        found = re.findall(r'<article class="finding">\s*<p class="small">(.*?)</p>', self.html)
        return [strip_tags(line) for line in found]

    @property
    def marked(self):
        return re.findall(r"<mark>(.*?)</mark>", self.html)


@pytest.fixture
def search(home):
    """`search("queue", section="blog")` gives an `Answer`."""

    def ask(q="", **parameters):
        parameters = {"q": q, **parameters} if q else parameters
        return Answer(Client(raise_request_exception=False).get("/search/", parameters))

    return ask


def paragraph(text):
    return {"type": "paragraph", "value": f"<p>{text}</p>"}
