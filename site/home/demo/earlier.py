"""Puts into the demo's proposals the statements that were taken out of them since. Of such a one a
site keeps the row and what was said about it: so this makes no more."""

from datetime import time

from django.db.models import Max

from proposals.models import Statement
from proposals.models.statement import wording_hash

from .files import at, block_id, read_folder
from .record import once

AT_NOON = time(12)


def load_earlier_text(site):
    for slug, entry in read_folder("proposals").items():
        for gone in entry.get("taken_out", []):
            once(
                f"taken-out/{slug}/{gone['key']}",
                lambda g=gone, s=slug: make_statement(g, s, site.pages[s].pk),
            )


def make_statement(entry, slug, proposal):
    """It has the reference after those that were given in its kind."""
    beside = Statement.objects.filter(proposal=proposal)
    of_its_kind = beside.filter(kind=entry["kind"]).order_by()
    return Statement.objects.create(
        proposal_id=proposal,
        block_id=block_id(slug, entry["key"]),
        kind=entry["kind"],
        number=(of_its_kind.aggregate(last=Max("number"))["last"] or 0) + 1,
        claim=entry["claim"],
        wording_hash=wording_hash(entry["claim"]),
        order=beside.count(),
        retired_at=at(entry["day"], AT_NOON),
    )
