import hashlib
from functools import cache
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from agreement import analysis
from agreement.models import AgreementSnapshot
from agreement.stored_pages import drop_pages_of
from proposals.models import Statement

from .answers import read_answers
from .groups import look_for_groups
from .parameters import PARAMETERS
from .result import Count, count


def take_snapshot(proposal, progress=iter):
    """Take an `AgreementSnapshot` of `proposal` and show it. Whether it is due is not asked here.

    Nothing is locked while it is worked out. Of two at once one is kept: the other's number is
    taken, and it raises IntegrityError.
    """
    return keep(work_out(proposal, progress))


@transaction.atomic
def keep(snapshot):
    """Save a snapshot that was worked out, and show it."""
    snapshot.save()
    show(snapshot)
    return snapshot


def work_out(proposal, progress=iter):
    """The next snapshot of `proposal`, not saved."""
    taken_at = timezone.now()
    earlier = proposal.snapshots.order_by("number")
    last = earlier.last()
    counts = [Count(*kept) for kept in earlier.values_list("result", "withheld")]
    answers = read_answers(proposal)
    groups = look_for_groups(
        answers.answers, answers.left_out, shares_by_group(answers.statements, last), progress
    )
    return AgreementSnapshot(
        proposal=proposal,
        number=last.number + 1 if last else 1,
        taken_at=taken_at,
        parameters=PARAMETERS,
        code_version=code_version(),
        stances=answers.given,
        **count(answers, groups, counts)._asdict(),
    )


def shares_by_group(statements, last):
    """By which shares of agreement the opinion groups of the `last` snapshot are known:
    [{letter: share}], one for each statement."""
    entries = last.result["statements"] if last else []
    known = {(entry["reference"], entry["wording_hash"]): entry["groups"] for entry in entries}
    tables = [known.get((statement.reference, statement.wording_hash)) for statement in statements]
    return [
        {
            letter: numbers[0] / sum(numbers)
            for letter, numbers in (table["rows"] if table else {}).items()
            if letter and sum(numbers)
        }
        for table in tables
    ]


def show(snapshot):
    """Put each statement's part beside it, and drop the stored pages that show it."""
    found = {entry["reference"]: entry for entry in snapshot.result["statements"]}
    rows = list(Statement.objects.filter(proposal=snapshot.proposal))
    for row in rows:
        if row.reference in found:
            row.found = beside_statement(found[row.reference], snapshot)
    Statement.objects.bulk_update(rows, ["found"], batch_size=100)
    drop_pages_of(snapshot.proposal_id)


def beside_statement(entry, snapshot):
    """What a statement's row holds of a result: all but the opinion groups."""
    kept = ("wording_hash", "sectors", "standing", "divided")
    taken_on = timezone.localdate(snapshot.taken_at).isoformat()
    return {name: entry[name] for name in kept} | {"taken_on": taken_on}


@cache
def code_version():
    """A digest of the source by which agreement is worked out, of 12 hex digits."""
    sources = sorted(Path(analysis.__file__).parent.glob("*.py"))
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources))
    return digest.hexdigest()[:12]
