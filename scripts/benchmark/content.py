"""Pages of a known size, made of the demo's own words so that they weigh what real ones do."""

import json
import uuid
from collections import defaultdict
from datetime import timedelta
from itertools import chain, count, cycle, islice

from django.db import transaction
from django.utils import timezone
from wagtail.signal_handlers import disable_reference_index_auto_update

from blog.models import BlogIndexPage, BlogPage
from home.models import HomePage
from proposals.models import ProposalIndexPage, ProposalPage


def with_new_ids(blocks):
    """The blocks of a proposal as another one holds them: what meets what stays so."""
    text = json.dumps(blocks)
    for block in blocks:
        text = text.replace(block["id"], str(uuid.uuid4()))
    return json.loads(text)


def kinds_in_turn(blocks):
    """The first block of each kind, then the second of each, so that few hold all kinds too."""
    turns = defaultdict(count)
    return sorted(blocks, key=lambda block: next(turns[block["type"]]))


def statements(number):
    """Statements out of the demo's proposals, over and over until there are enough of them."""
    demo = [list(page.statements.raw_data) for page in ProposalPage.objects.order_by("pk")]
    copies = (kinds_in_turn(with_new_ids(blocks)) for blocks in cycle(demo))
    chosen = list(islice(chain.from_iterable(copies), number))
    there = {block["id"] for block in chosen}
    for block in chosen:
        if meets := block["value"].get("meets"):
            block["value"]["meets"] = [met for met in meets if met in there]
    return chosen


@transaction.atomic
def make_proposal(number):
    """A closed proposal of `number` statements, which the home page therefore doesn't show."""
    example = ProposalPage.objects.exclude(background="").order_by("pk").first()
    yesterday = timezone.localdate() - timedelta(days=1)
    page = ProposalPage(
        title=f"A proposal of {number} statements",
        summary=example.summary,
        strand=example.strand,
        lead_departments=list(example.lead_departments.all()),
        background=example.background,
        opens=yesterday - timedelta(days=30),
        closes=yesterday,
        statements=statements(number),
        live=False,
    )
    ProposalIndexPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return page


@transaction.atomic
def make_blog(number):
    """A blog of `number` posts, one a day."""
    demo = list(BlogPage.objects.order_by("pk")[:10])
    newest = timezone.localdate() - timedelta(days=1)
    blog = BlogIndexPage(title=f"A blog of {number} posts", introduction=demo[0].introduction)
    HomePage.objects.get().add_child(instance=blog)
    with disable_reference_index_auto_update():
        for day, example in zip(range(number), cycle(demo), strict=False):
            post = BlogPage(
                title=f"{example.title} ({day + 1})",
                slug=f"post-{day + 1}",
                date=newest - timedelta(days=day),
                strand=example.strand,
                introduction=example.introduction,
                body=list(example.body.raw_data),
            )
            blog.add_child(instance=post)
    return blog
