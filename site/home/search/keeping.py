"""Keeps the findings in line with what is published."""

import re
import unicodedata
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from blog.models import BlogPage, MeetingNotePage
from home.models import Finding
from home.models.finding import Section
from proposals.models import ProposalPage, Statement

# PostgreSQL indexes a text of a megabyte at most. Nobody reads on to here.
LONGEST_TEXT = 200_000

# How a part of a text ends that needs no dot after it, a quotation mark and a bracket included.
ENDED = re.compile(r"[.!?…:;,]\W{,2}$")

# Pages that are read and indexed together when all are.
AT_ONCE = 200

# The first that fits.
SECTIONS = (
    (MeetingNotePage, Section.NOTES),
    (BlogPage, Section.BLOG),
    (ProposalPage, Section.PROPOSALS),
)


def follow_page(page):
    """Bring the finding of a page, in its specific class, in line with it."""
    with locked(page):
        remove(Finding.objects.filter(page=page.pk, statement=None))
        add([finding_of_page(page)])


def follow_statements(proposal):
    """Bring the findings of a proposal's statements in line with them: retired ones go."""
    with locked(proposal):
        remove(Finding.objects.filter(page=proposal.pk).exclude(statement=None))
        add(findings_of_statements(proposal))


@contextmanager
def locked(page):
    """Two publications of a page follow each other, and what was found before is found until the
    end."""
    with transaction.atomic():
        Page.objects.select_for_update().get(pk=page.pk)
        yield


def remove(findings):
    """Take findings and their index entries away, at two queries."""
    entries = IndexEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Finding),
        object_id__in=findings.values_list(Cast("pk", CharField())),
    )
    entries._raw_delete(entries.db)
    findings._raw_delete(findings.db)


def add(findings):
    """Add new findings and their index entries. Entries are never updated: on SQLite, Wagtail's
    index does that one by one."""
    if findings:
        get_search_backend().add_bulk(Finding, Finding.objects.bulk_create(findings))


def finding_of_page(page):
    return Finding(
        page_id=page.pk,
        section=next((s for model, s in SECTIONS if isinstance(page, model)), Section.PAGES),
        strand_id=getattr(page, "strand_id", None),
        date=date_of(page),
        heading=page.title,
        text=text_of(page),
    )


def findings_of_statements(proposal):
    statements = Statement.objects.filter(proposal=proposal, retired_at=None)
    return [finding_of_statement(proposal, statement) for statement in statements]


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
    if isinstance(page, BlogPage):
        return page.date
    if isinstance(page, ProposalPage):
        return page.opens
    return timezone.localdate(page.last_published_at or timezone.now())


def text_of(page):
    """All that the page names as searchable beside its title, as plain text."""
    fields = page.get_searchable_search_fields()
    parts = [part for field in fields if field.field_name != "title" for part in flat(field, page)]
    return unicodedata.normalize("NFC", told_apart(parts) or page.description)[:LONGEST_TEXT]


def told_apart(parts):
    """Parts of a page in one line: after a heading or a cell, which end without a stop, there is a
    dot, or they would run into what follows."""
    lines = [line for line in (" ".join(part.split()) for part in parts) if line]
    dotted = [line if ENDED.search(line) else f"{line} ·" for line in lines[:-1]]
    return " ".join([*dotted, *lines[-1:]])


def flat(field, page):
    value = field.get_value(page)
    return [str(part) for part in value] if isinstance(value, list) else [str(value or "")]


@transaction.atomic
def follow_everything(progress=iter):
    """Write all findings anew, when none were kept or the rules for them changed."""
    remove(Finding.objects.all())
    pages = Page.objects.filter(depth__gt=1)
    for start in progress(range(0, pages.count(), AT_ONCE)):
        chunk = pages.order_by("pk").specific()[start : start + AT_ONCE]
        add([finding for page in chunk for finding in findings_of(page)])


def findings_of(page):
    """The finding of a page, and those of its statements."""
    statements = findings_of_statements(page) if isinstance(page, ProposalPage) else []
    return [finding_of_page(page), *statements]
