"""Makes pages for tests, complete enough to be published."""

import uuid
from datetime import timedelta
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from blog.models import BlogIndexPage, BlogPage
from core.addresses import address_key
from core.models import Organisation, Strand
from discussion import places
from discussion.models import AnsweredComment, OfficialResponse, PublicComment, State
from home.models import HomePage
from proposals.models import Answer, Position, ProposalIndexPage, ProposalPage, Standing, Statement
from stakeholders.models import Stakeholder, Subscription


def make_strand(title="Research and statistics", slug="research"):
    return Strand.objects.get_or_create(slug=slug, defaults={"title": title, "summary": title})[0]


def make_organisation(name="Open Records Trust", sector="civil_society"):
    return Organisation.objects.get_or_create(name=name, defaults={"sector": sector})[0]


def block(kind, block_id=None, **value):
    """A statement block as a StreamField stores it."""
    value = {"claim": f"A {kind} that people can weigh.", "details": "", "evidence": []} | value
    if kind == "safeguard":
        value.setdefault("meets", [])
    return {"type": kind, "id": block_id or str(uuid.uuid4()), "value": value}


def complete_statements():
    """One block of each kind that a published proposal needs; the safeguard meets the risk."""
    risk = block("risk")
    return [
        block("benefit"),
        risk,
        block("limitation"),
        block("safeguard", meets=[risk["id"]]),
    ]


def place(parent, page):
    """Put `page` below `parent` and publish it."""
    live, page.live = page.live, False
    parent.add_child(instance=page)
    if live:
        page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def put(parent, page):
    """Put `page` below `parent` as if it had been published, without a revision: twice as fast."""
    page.first_published_at = page.last_published_at = timezone.now() if page.live else None
    parent.add_child(instance=page)
    return type(page).objects.get(pk=page.pk)


def put_proposal(parent, page):
    """The same for a proposal, with the rows that its statements get."""
    page = put(parent, page)
    if page.live:
        Statement.objects.publish(page)
    return page


def make_proposal(title="A proposal", statements=None, live=True, by=put_proposal, **fields):
    home = HomePage.objects.get()
    parent = ProposalIndexPage.objects.first() or put(
        home, ProposalIndexPage(title="Current proposals", slug="current-proposals")
    )
    today = timezone.localdate()
    defaults = {
        "summary": "What is proposed.",
        "strand": make_strand(),
        "opens": today - timedelta(days=10),
        "closes": today + timedelta(days=10),
        "statements": statements if statements is not None else complete_statements(),
    }
    return by(parent, ProposalPage(title=title, live=live, **(defaults | fields)))


# A proposal by an editor's publication, with a revision, for tests of what hears of one.
publish_proposal = partial(make_proposal, by=place)


def make_blog():
    return BlogIndexPage.objects.first() or put(
        HomePage.objects.get(), BlogIndexPage(title="Blog", slug="blog", show_in_menus=True)
    )


def make_post(title="A post", model=BlogPage, live=True, by=put, **fields):
    defaults = {
        "introduction": "What a reader learns here.",
        "body": [{"type": "paragraph", "value": "<p>Words.</p>", "id": str(uuid.uuid4())}],
    }
    return by(make_blog(), model(title=title, live=live, **(defaults | fields)))


# A post by an editor's publication, for tests of what hears of one.
publish_post = partial(make_post, by=place)


def make_comment(thing, text="A comment.", state="published", parent=None, **fields):
    """A comment on a thing of a registered place, in any state, by one author unless told."""
    place, now = places.place_of(thing), timezone.now()
    wording, wording_hash = place.wording(thing)
    address = fields.get("user_email", "ada@example.org")
    defaults = {
        "content_type": ContentType.objects.get_for_model(thing),
        "object_pk": str(thing.pk),
        "site_id": 1,
        "page": place.page(thing),
        "place": place.key(thing),
        "wording": wording,
        "wording_hash": wording_hash,
        "user_name": "Ada Marsh",
        "user_email": address,
        "author_key": address_key(address) if address else "",
        "submit_date": now,
        "confirmed_at": None if state == State.UNCONFIRMED else now,
        "published_at": now if state in {State.PUBLISHED, State.WITHDRAWN} else None,
    }
    comment = PublicComment(
        comment=text,
        state=state,
        parent_id=parent.pk if parent else 0,
        **(defaults | fields),
    )
    comment.save()
    return comment


def make_response(place=None, comments=(), **fields):
    """A published official response to a page or a statement, to comments, or to both."""
    defaults = {
        "asked": "Is it safe?",
        "said": "Not yet.",
        "did": "We will test it.",
        "organisation": make_organisation("Cabinet Office", "central_government"),
        "is_published": True,
    }
    response = OfficialResponse(place=places.key_of(place) if place else "", **(defaults | fields))
    response.answered_comments = [AnsweredComment(comment=comment) for comment in comments]
    response.save()
    return response


def make_stakeholder(address="ada@example.org", strands=(), pages=(), **fields):
    """A confirmed stakeholder who wants updates on these strands and pages, once a week."""
    defaults = {"sector": "individual", "wants_updates": True, "confirmed_at": timezone.now()}
    stakeholder = Stakeholder.objects.create(address=address, **(defaults | fields))
    for strand in strands:
        Subscription.objects.create(stakeholder=stakeholder, strand=strand)
    for page in pages:
        Subscription.objects.create(stakeholder=stakeholder, page=page)
    return stakeholder


def make_position(statement, organisation=None, **fields):
    """An organisation's position on a statement: it agrees unless told."""
    return Position.objects.create(
        statement=statement,
        organisation=organisation or make_organisation(),
        **({"answer": Answer.AGREE} | fields),
    )


def make_standing(statement, standing="agreed", **fields):
    return Standing.objects.create(statement=statement, standing=standing, **fields)
