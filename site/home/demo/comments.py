"""Puts what people say on the demo's pages and statements."""

from django.conf import settings
from django.utils.text import slugify

from core.addresses import address_key
from discussion import places
from discussion.models import Decision, PublicComment, Report
from discussion.signals import comment_shown_otherwise
from proposals.models import Statement
from proposals.models.statement import wording_hash

from .files import at, block_id, read_folder
from .moderation import decisions, keep, outcome, reports
from .record import find, once


def load_comments(site):
    for slug, entry in read_folder("comments").items():
        Discussion(slug, site).load(entry["comments"])


class Discussion:
    """All that is said on one page and its statements, on its way into the database."""

    def __init__(self, slug, site):
        self.slug = slug
        self.page = site.pages[slug]
        self.organisations = site.organisations
        self.moderator = find("account/moderator")
        self.statements = {
            statement.block_id: statement
            for statement in Statement.objects.filter(proposal=self.page.pk)
        }

    def load(self, entries, thing=None, parent=None):
        """Make what is not there yet. Replies are on what the comment above them is on."""
        for entry in entries:
            name = block_id("comment", self.slug, entry["name"], f"{entry['day']} {entry['time']}")
            on = thing or self.thing(entry)
            comment = once(
                f"comment/{name}", lambda e=entry, n=name, o=on: self.make(e, n, o, parent)
            )
            self.load(entry.get("replies", []), on, comment)

    def thing(self, entry):
        return self.statements[block_id(self.slug, entry["on"])] if "on" in entry else self.page

    def make(self, entry, name, thing, parent):
        written = at(entry["day"], entry["time"])
        made = decisions(entry, written, self.moderator)
        comment = PublicComment(
            uuid=name,
            site_id=settings.SITE_ID,
            content_object=thing,
            page_id=self.page.pk,
            place=places.key_of(thing),
            parent_id=parent.pk if parent else 0,
            comment=entry["text"].strip(),
            submit_date=written,
            spam_score=entry.get("spam_score", 0),
            spam_signs=entry.get("spam_signs", []),
            **self.author(entry),
            **wording(entry, thing),
            **outcome(entry, written, made),
        )
        comment.save()
        keep(Decision, comment, made)
        keep(Report, comment, reports(entry, written))
        if comment.published_at:
            comment_shown_otherwise.send(sender=PublicComment, comment=comment)
        return comment

    def author(self, entry):
        """Who says it. Spokespeople have an account; everybody else has an address, made from the
        name and read by nobody."""
        organisation = self.organisations.get(entry.get("organisation"))
        official = entry.get("is_official", False)
        address = "" if official or not entry["name"] else f"{slugify(entry['name'])}@example.org"
        return {
            "user_name": entry["name"],
            "user_email": address,
            "author_key": address and address_key(address),
            "organisation": organisation.name if organisation else entry.get("organisation", ""),
            "sector": organisation.sector if organisation else entry.get("sector", ""),
            "is_official": official,
        }


def wording(entry, thing):
    """A statement's claim as it read when the comment was written."""
    if not isinstance(thing, Statement):
        return {}
    claim = entry.get("earlier_claim", thing.claim)
    return {"wording": claim, "wording_hash": wording_hash(claim)}
