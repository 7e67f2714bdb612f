"""What the pages say to machines in schema.org's words, as microdata: nothing inline, no script."""

from datetime import date

import html5lib
import pytest

from blog.models import Author, BlogPageAuthor, MeetingNotePage
from tests.factories import make_organisation, make_post, make_proposal

SCHEMA = "https://schema.org/"


def items(client, address):
    """The top-level items of a page: [{"type": name, property: [values]}]."""
    response = client.get(address)
    assert response.status_code == 200
    assert b"ld+json" not in response.content
    root = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    return [
        read(element)
        for element in root.iter()
        if "itemscope" in element.attrib and "itemprop" not in element.attrib
    ]


def read(element):
    """An item with its properties; each must lie in a scope, as HTML's own rules want."""
    assert element.get("itemtype", "").startswith(SCHEMA)
    found = {"type": element.get("itemtype").removeprefix(SCHEMA)}
    pending = list(element)
    while pending:
        child = pending.pop(0)
        for name in child.get("itemprop", "").split():
            found.setdefault(name, []).append(value(child))
        if "itemscope" not in child.attrib:
            pending = [*child, *pending]
    return found


def value(element):
    if "itemscope" in element.attrib:
        return read(element)
    for name in ("content", "datetime", "href", "src"):
        if name in element.attrib:
            return element.get(name)
    return " ".join("".join(element.itertext()).split())


def the(client, address, kind):
    [item] = [item for item in items(client, address) if item["type"] == kind]
    return item


def test_post_is_an_article(client, home):
    author = Author.objects.create(name="Ida Marsh", slug="ida")
    fields = {"date": date(2026, 3, 1), "author_links": [BlogPageAuthor(author=author)]}
    post = make_post("What we heard", **fields)
    article = the(client, post.url, "Article")
    assert article["headline"] == ["What we heard"]
    assert article["datePublished"] == ["2026-03-01"]
    assert article["dateModified"] == [post.last_published_at.isoformat()]
    assert article["description"] == [post.introduction]
    assert article["url"] == [f"http://localhost{post.url}"]
    assert article["author"] == [
        {"type": "Person", "name": ["Ida Marsh"], "url": ["/blog/author/ida/"]}
    ]


def test_meeting_note_is_an_event(client, home):
    note = make_post("Plenary", MeetingNotePage, place="Leeds", date=date(2026, 3, 1))
    event = the(client, note.url, "Event")
    assert event["name"] == ["Plenary"]
    assert event["startDate"] == ["2026-03-01"]
    assert event["location"] == [{"type": "Place", "name": ["Leeds"]}]
    assert not {"headline", "datePublished", "dateModified"} & event.keys()


def test_proposal_is_a_work_made_of_its_statements(client, home):
    department = make_organisation("Records Office", "central_government")
    proposal = make_proposal("Linked records", lead_departments=[department])
    work = the(client, proposal.url, "CreativeWork")
    assert work["name"] == ["Linked records"]
    assert work["contributor"] == [{"type": "Organization", "name": ["Records Office"]}]
    parts = {part["identifier"][0]: part for part in work["hasPart"]}
    assert list(parts) == ["B1", "R1", "L1", "S1"]
    assert parts["R1"]["genre"] == ["Risk"]
    assert parts["R1"]["text"] == ["A risk that people can weigh."]
    assert parts["R1"]["url"] == ["#R1"]


@pytest.mark.parametrize("below", ["", "coverage/"])
def test_breadcrumbs_are_a_list_in_order(client, proposal, below):
    crumbs = the(client, f"{proposal.url}{below}", "BreadcrumbList")["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == [
        [str(number + 1)] for number in range(len(crumbs))
    ]
    expected = ["Home", "Current proposals", *(["The proposal"] if below else [])]
    assert [crumb["name"] for crumb in crumbs] == [[name] for name in expected]
    assert crumbs[1]["item"] == ["/current-proposals/"]


def test_front_door_has_no_breadcrumbs(client, home):
    assert items(client, "/") == []
