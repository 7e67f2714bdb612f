"""A page made anew costs few queries, however much stands on it; from the store it costs none."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from blog.models import Author, BlogPageAuthor, DiscussedStatement, MeetingNotePage
from core.models import FooterLink
from discussion.models import ModerationPage, ResponsesPage
from home.models import StandardPage
from process.models import ProcessPage
from proposals.models import Statement
from tests.factories import (
    block,
    complete_statements,
    make_blog,
    make_comment,
    make_organisation,
    make_post,
    make_proposal,
    make_response,
    make_strand,
    place,
)

AT_MOST = 10
# The root of the site, the type of the page, the footer, the pages that menu and footer lead to.
OTHERWISE_KEPT = 4


@pytest.fixture
def count():
    """The number of queries of a page that is made anew, with the menu and footer kept."""

    def count(url, cold=False):
        assert Client().get(url).status_code == 200  # makes images' sized copies
        cache.clear()
        if cold:
            ContentType.objects.clear_cache()
        else:
            assert Client().get("/not-there/").status_code == 404
        with CaptureQueriesContext(connection) as queries:
            assert Client().get(url).status_code == 200
        return len(queries)

    return count


def rich(pages, documents):
    links = [f'<a linktype="page" id="{page.pk}">page</a>' for page in pages]
    links += [f'<a linktype="document" id="{doc.pk}">document</a>' for doc in documents]
    return f"<p>{' '.join(links)} <a href='https://example.org/'>elsewhere</a></p>"


@pytest.fixture
def targets(home):
    """Pages of several types and documents, for links to lead to."""
    pages = [make_post("Linked"), make_proposal("Linked proposal"), home, make_blog()]
    documents = [
        get_document_model().objects.create(
            title=name, file=ContentFile(b"Terms.", name=f"{name}.txt"), file_size=6
        )
        for name in ("one", "two")
    ]
    return pages, documents


@pytest.fixture
def pictures(db):
    """Makes new pictures, each of its own file."""

    def make(number):
        return [
            get_image_model().objects.create(title=f"Diagram {i}", file=get_test_image_file())
            for i in range(number)
        ]

    return make


def picture(image):
    value = {"image": image.pk, "alt_text": "A diagram", "decorative": False}
    return {"type": "image", "value": {"image": value, "caption": "So it goes."}}


@pytest.fixture
def body(targets, pictures):
    """Makes a body with each kind of block, several times."""

    def make(times=3):
        text = rich(*targets)
        blocks = []
        for image in pictures(times):
            blocks += [
                {"type": "heading", "value": "A heading"},
                {"type": "paragraph", "value": text},
                {"type": "quote", "value": {"text": "Said.", "source": "A participant"}},
                picture(image),
                {"type": "document", "value": {"document": targets[1][0].pk, "title": "Terms"}},
                {"type": "callout", "value": {"title": "Now", "text": text}},
            ]
        return blocks

    return make


def evidence(document):
    common = {"kind": "audit", "date": "2026-01-05", "bearing": "supports", "limits": "Small."}
    sources = [
        {"title": "A study", "url": "https://example.org/", "document": None},
        {"title": "A file", "url": "", "document": document.pk},
    ]
    return [
        {"type": "item", "value": {**source, **common}, "id": str(uuid.uuid4())}
        for source in sources
    ]


def statements(number, targets):
    """`number` statements, each with linked details and evidence, every second risk met."""
    kinds = ("purpose", "benefit", "risk", "limitation", "governance", "sanction")
    value = {"details": rich(*targets), "evidence": evidence(targets[1][0])}
    blocks = complete_statements()
    while len(blocks) < number:
        new = block(kinds[len(blocks) % len(kinds)], **value)
        blocks.append(new)
        if new["type"] == "risk":
            blocks.append(block("safeguard", meets=[new["id"]], **value))
    return blocks[:number]


@pytest.fixture
def organisations(db):
    return [make_organisation(f"Organisation {number}") for number in range(4)]


@pytest.fixture
def full_proposal(targets, organisations):
    return make_proposal(
        "Full",
        statements=statements(30, targets),
        lead_departments=organisations,
        background=rich(*targets),
        outcome="concluded",
        outcome_note=rich(*targets),
    )


@pytest.fixture
def full_site(home, body, targets, organisations, full_proposal, footer):
    """One page of each type with all that it can hold: {name: url}."""
    text = rich(*targets)
    author = Author.objects.create(name="Ada", slug="ada", organisation=organisations[0])
    today = timezone.localdate()
    about = place(home, StandardPage(title="About", body=body()))
    below = place(about, StandardPage(title="Below", body=body()))
    FooterLink.objects.create(footer=footer, page=about)
    common = {"body": body(), "related_proposal": full_proposal, "strand": make_strand()}
    make_post("Earlier", date=today - timedelta(days=2))
    post = make_post("Full", author_links=[BlogPageAuthor(author=author)], **common)
    post.tags.add("census", "linkage")
    post.save_revision().publish()
    note = make_post(
        "Note",
        MeetingNotePage,
        place="Online",
        attendance=[
            {"type": "organisation", "value": {"organisation": body_.pk, "people": 2, "names": ""}}
            for body_ in organisations
        ],
        actions=[{"type": "action", "value": {"action": "Do.", "owner": "All", "due": None}}] * 3,
        discussed_statements=[
            DiscussedStatement(statement=statement)
            for statement in Statement.objects.filter(proposal=full_proposal)[:5]
        ],
        **common,
    )
    make_post("Later", date=today + timedelta(days=2))
    phase = {
        "kind": "conclusions",
        "opens": str(today),
        "closes": str(today + timedelta(days=9)),
        "description": text,
        "outputs": [
            {"type": "item", "value": {"title": page.title, "page": page.pk}, "id": str(page.pk)}
            for page in targets[0]
        ],
    }
    process = place(
        home,
        ProcessPage(
            title="Process",
            introduction=text,
            phases=[{"type": "phase", "value": phase}] * 4,
            principles=[{"type": "principle", "value": {"title": "Open", "text": "Yes."}}] * 3,
            organisations=organisations,
            take_part=text,
            out_of_scope=text,
            show_in_menus=True,
        ),
    )
    for field in ("what_it_is", "what_it_is_not", "coordinators", "signup_text"):
        setattr(home, field, text)
    home.signup_heading, home.signup_page = "Sign up", about
    home.save_revision().publish()
    statement = full_proposal.published_statements.first()
    for thing in (post, note, full_proposal, statement):
        answered = make_comment(thing)
        make_comment(thing, parent=answered, state="withdrawn")
        make_response(thing, [answered])
    responses = place(home, ResponsesPage(title="Responses", introduction=text))
    moderation = place(home, ModerationPage(title="Moderation", introduction=text))
    blog, proposals = make_blog(), full_proposal.get_parent()
    for index in (blog, proposals.specific):
        index.introduction = text
        index.save_revision().publish()
    return {
        "home": home.url,
        "blog": blog.url,
        "strand": f"{blog.url}strand/research/",
        "month": f"{blog.url}{today:%Y/%m}/".replace("/0", "/"),
        "author": f"{blog.url}author/ada/",
        "tag": f"{blog.url}tag/census/",
        "post": post.url,
        "note": note.url,
        "process": process.url,
        "proposals": proposals.url,
        "filtered": f"{proposals.url}?strand=research&status=concluded",
        "proposal": full_proposal.url,
        "coverage": f"{full_proposal.url}coverage/",
        "statement": statement.own_url,
        "responses": responses.url,
        "moderation": moderation.url,
        "comments": "/comments/feed/",
        "comments of one page": f"/comments/feed/page-{full_proposal.pk}/",
        "standard": below.url,
    }


def test_every_type_of_page_costs_few_queries(full_site, count):
    costs = {name: count(url) for name, url in full_site.items()}
    assert {name: cost for name, cost in costs.items() if cost > AT_MOST} == {}


def test_page_with_nothing_kept_costs_what_is_otherwise_kept_and_no_more(full_site, count):
    more = {name: count(url, cold=True) - count(url) for name, url in full_site.items()}
    assert {name: cost for name, cost in more.items() if cost > OTHERWISE_KEPT} == {}


def test_page_from_the_store_costs_none(full_site, is_stored):
    for url in full_site.values():
        is_stored(url)
    assert [name for name, url in full_site.items() if not is_stored(url)] == []


def test_blog_costs_the_same_with_11_posts_and_with_60(home, count):
    strands = [make_strand(), make_strand("Fraud", "fraud")]
    day = timezone.localdate()

    def write(numbers):
        for number in numbers:
            days = timedelta(days=number * 11)
            make_post(f"Post {number}", strand=strands[number % 2], date=day - days)

    write(range(11))
    blog = make_blog().url
    urls = [blog, f"{blog}?page=2", f"{blog}strand/fraud/", home.url]
    before = [count(url) for url in urls]
    write(range(11, 60))
    assert before == [count(url) for url in urls]


def test_proposal_costs_the_same_with_10_statements_and_with_500(targets, count):
    few = make_proposal("Few", statements=statements(10, targets))
    many = make_proposal("Many", statements=statements(500, targets))
    assert Statement.objects.filter(proposal=many).count() == 500
    assert count(few.url) == count(many.url)
    assert count(f"{few.url}coverage/") == count(f"{many.url}coverage/")


def test_lists_of_proposals_cost_the_same_with_two_and_with_twelve(home, count):
    for number in range(2):
        make_proposal(f"Proposal {number}", strand=make_strand(f"Strand {number}", f"s{number}"))
    urls = ["/current-proposals/", "/current-proposals/?status=open", home.url]
    before = [count(url) for url in urls]
    for number in range(2, 12):
        make_proposal(f"Proposal {number}", strand=make_strand(f"Strand {number}", f"s{number}"))
    assert before == [count(url) for url in urls]


def test_post_costs_the_same_with_2_images_and_with_20(home, pictures, count):
    few = make_post("Few", body=[picture(image) for image in pictures(2)])
    many = make_post("Many", body=[picture(image) for image in pictures(20)])
    assert Client().get(many.url).content.count(b"<img") == 20
    assert count(few.url) == count(many.url)


def test_post_costs_the_same_with_2_linked_texts_and_with_40(home, targets, count):
    text = {"type": "paragraph", "value": rich(*targets)}
    few, many = make_post("Few", body=[text] * 2), make_post("Many", body=[text] * 40)
    assert count(few.url) == count(many.url)


def test_discussion_costs_the_same_with_2_comments_and_with_12(home, count):
    post, proposal = make_post(), make_proposal()
    statement = proposal.published_statements.first()
    things = (post, proposal, statement)
    urls = [home.url, post.url, proposal.url, statement.own_url, "/comments/feed/"]

    def say(times):
        for thing in things:
            for _ in range(times):
                comment = make_comment(thing)
                make_comment(thing, parent=comment, state="withdrawn")
                make_response(thing, [comment])

    say(1)
    before = [count(url) for url in urls]
    say(5)
    assert [count(url) for url in urls] == before
