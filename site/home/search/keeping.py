"""Keeps the findings in line with what is published."""

import re
import unicodedata

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from blog.models import BlogPage, MeetingNotePage
from home.models import Finding
from home.models.finding import Section
from proposals.models import ProposalPage, Statement

# PostgreSQL indexes a text of a megabyte at most. Nobody reads on to here.
LONGEST_TEXT = 200_000

# The first that fits.
SECTIONS = (
    (MeetingNotePage, Section.NOTES),
    (BlogPage, Section.BLOG),
    (ProposalPage, Section.PROPOSALS),
)


def follow_page(page):
    """Bring the finding of a page, in its specific class, in line with it."""
    replace(Finding.objects.filter(page=page.pk, statement=None), [finding_of_page(page)])


def follow_statements(proposal):
    """Bring the findings of a proposal's statements in line with them: retired ones are not found."""
    statements = Statement.objects.filter(proposal=proposal, retired_at=None)
    replace(
        Finding.objects.filter(page=proposal.pk).exclude(statement=None),
        [finding_of_statement(proposal, statement) for statement in statements],
    )


@transaction.atomic
def replace(old, new):
    """Findings and index entries go and come together, at a number of queries that does not grow
    with theirs: Wagtail's index asks once for each entry that it updates on SQLite."""
    keys = old.values_list(Cast("pk", CharField()))
    content_type = ContentType.objects.get_for_model(Finding)
    entries = IndexEntry.objects.filter(content_type=content_type, object_id__in=keys)
    entries._raw_delete(entries.db)
    old._raw_delete(old.db)
    if new:
        get_search_backend().add_bulk(Finding, Finding.objects.bulk_create(new))


def finding_of_page(page):
    return Finding(
        page_id=page.pk,
        section=next((s for model, s in SECTIONS if isinstance(page, model)), Section.PAGES),
        strand=getattr(page, "strand", None),
        date=date_of(page),
        heading=page.title,
        text=text_of(page),
    )


def finding_of_statement(proposal, statement):
    return Finding(
        page_id=proposal.pk,
        statement=statement,
        section=Section.STATEMENTS,
        kind=statement.kind,
        strand_id=proposal.strand_id,
        date=date_of(proposal),
        heading=statement.claim,
        text=f"{statement.reference} {statement.get_kind_display()}",
    )


def date_of(page):
    """The day that a reader connects with the page: of the post or meeting, the opening of the
    proposal, else of the latest publication."""
    day = getattr(page, "date", None) or getattr(page, "opens", None)
    return day or timezone.localdate(page.last_published_at or timezone.now())


def text_of(page):
    """All that the page names as searchable beside its title, as plain text."""
    fields = page.get_searchable_search_fields()
    parts = [part for field in fields if field.field_name != "title" for part in flat(field, page)]
    text = re.sub(r"\s+", " ", " ".join(parts) or page.description)
    return unicodedata.normalize("NFC", text)[:LONGEST_TEXT]


def flat(field, page):
    value = field.get_value(page)
    return [str(part) for part in value] if isinstance(value, list) else [str(value or "")]
