"""Puts official responses to the demo's statements."""

from discussion import places
from discussion.models import OfficialResponse
from proposals.models import Statement

from .files import block_id, on, read
from .record import once


def load_responses(site):
    for number, entry in enumerate(read("responses")["responses"]):
        once(f"response/{number}", lambda e=entry: make_response(e, site))


def make_response(entry, site):
    proposal, name = entry["on"]
    statement = Statement.objects.get(
        proposal=site.pages[proposal].pk, block_id=block_id(proposal, name)
    )
    words = {key: entry[key] for key in ("asked", "said", "did", "answered_by")}
    response = OfficialResponse(
        **words,
        organisation=site.organisations[entry["organisation"]],
        date=on(entry["day"]),
        place=places.key_of(statement),
        is_published=True,
    )
    response.save()
    return response
