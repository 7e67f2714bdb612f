"""Sets the demo's standings and enters the positions of its organisations."""

from proposals.models import Answer, Position, Standing, Statement
from proposals.models.statement import wording_hash

from .files import block_id, on, read
from .record import once


def load_agreement(site):
    for number, entry in enumerate(read("standings")["standings"]):
        once(f"standing/{number}", lambda e=entry: make_standing(e, site))
    for number, entry in enumerate(read("positions")["positions"]):
        once(f"position/{number}", lambda e=entry: make_position(e, site))


def make_standing(entry, site):
    standing = Standing.objects.create(
        statement=statement_of(entry, site),
        standing=entry["standing"],
        set_on=on(entry["day"]),
        government_words=entry.get("government", ""),
        civil_society_words=entry.get("civil_society", ""),
        note=entry.get("note", ""),
    )
    if claim := entry.get("earlier_claim"):
        # A standing takes the present words and is not changed: these were others.
        Standing.objects.filter(pk=standing.pk).update(
            wording=claim, wording_hash=wording_hash(claim)
        )
    return standing


def make_position(entry, site):
    return Position.objects.create(
        statement=statement_of(entry, site),
        organisation=site.organisations[entry["organisation"]],
        answer=Answer[entry["answer"].upper()],
        words=entry["words"],
        stated_on=on(entry["day"]),
        source=entry.get("source", ""),
    )


def statement_of(entry, site):
    proposal, name = entry["on"]
    return Statement.objects.get(
        proposal=site.pages[proposal].pk, block_id=block_id(proposal, name)
    )
