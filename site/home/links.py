"""Follows the links of public pages as a reader would, without leaving this process."""

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from http import HTTPStatus
from urllib.error import HTTPError
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import Request, urlopen

from django.conf import settings
from django.test import Client
from django.utils.functional import cached_property

NOT_FOLLOWED = {"mailto", "tel"}
MOST_REDIRECTS = 5
SECONDS_TO_WAIT = 10


@dataclass
class Links(HTMLParser):
    """What an answer links to, and which anchors it has. A link whose target is gone has lost its
    address (see core.rich_text) and is None here."""

    hrefs: list = field(default_factory=list)
    anchors: set = field(default_factory=set)

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if "id" in attrs:
            self.anchors.add(attrs["id"])
        # A form's address is for one person, and asks nobody else to follow.
        if tag == "a" and "nofollow" not in (attrs.get("rel") or ""):
            self.hrefs.append(attrs.get("href"))


class OwnSite:
    """This site, asked for its own addresses. Each is asked for once."""

    def __init__(self):
        self.home = urlsplit(settings.SITE_URL)
        self.client = Client(raise_request_exception=False, headers={"Host": self.home.netloc})
        self.ask = cache(self.ask)

    def holds(self, url):
        return url.netloc == self.home.netloc and url.scheme in {"http", "https"}

    def ask(self, address):
        """(status, Links) of what a reader gets at `address`, a path with its query."""
        for _ in range(MOST_REDIRECTS):
            response = self.client.get(address, secure=self.home.scheme == "https")
            target = urlsplit(urljoin(settings.SITE_URL + address, response.get("Location", "")))
            if not 300 <= response.status_code < 400 or not self.holds(target):
                break
            address = target._replace(scheme="", netloc="", fragment="").geturl()
        links = Links()
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            links.feed(response.content.decode())
        return response.status_code, links


class LinkCheck:
    """Finds what is broken on a public page of this site; gathers the addresses of others."""

    def __init__(self):
        self.site = OwnSite()
        self.external = {}

    def faults(self, page):
        """What is wrong with each broken link on `page` and on the addresses below it, once."""
        found = {}
        for path in page.get_route_paths():
            address = page.url.rstrip("/") + path
            status, links = self.site.ask(address)
            if status != HTTPStatus.OK:
                found[f"{address} answers {status}"] = True
            for href in links.hrefs:
                if fault := self.fault(page, address, href):
                    found[fault] = True
        return list(found)

    def fault(self, page, address, href):
        """What is wrong with a link at `address`, None if it leads somewhere or to another site."""
        if not href:
            return "a link leads to a page or document that is gone or not published"
        try:
            url = urlsplit(urljoin(settings.SITE_URL + address, href.strip()))
        except ValueError:
            return f"{href} is not an address"
        if url.scheme in NOT_FOLLOWED:
            return None
        if url.scheme not in {"http", "https"} or not url.netloc:
            return f"{href} is not an address"
        if not self.site.holds(url):
            self.external.setdefault(href, []).append(page)
            return None
        status, links = self.site.ask(url._replace(scheme="", netloc="", fragment="").geturl())
        if status != HTTPStatus.OK:
            return f"{href} answers {status}"
        if url.fragment and links.anchors and unquote(url.fragment) not in links.anchors:
            return f"{href} leads to a place that is not on that page"
        return None


@dataclass
class ExternalLink:
    """An address on another site."""

    address: str

    @cached_property
    def fault(self):
        """What is wrong with it, None if it answers. Some sites answer GET alone."""
        return self.try_it("HEAD") and self.try_it("GET")

    def try_it(self, method):
        request = Request(self.address, method=method, headers={"User-Agent": settings.SITE_URL})  # noqa: S310 -- http and https alone come here
        try:
            with urlopen(request, timeout=SECONDS_TO_WAIT):  # noqa: S310
                return None
        except HTTPError as error:
            return f"{self.address} answers {error.code}"
        except (OSError, ValueError) as error:
            return f"{self.address} does not answer: {error}"
