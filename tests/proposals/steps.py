"""What an editor does with a proposal, and what its statements' rows then say."""

from proposals.models import ProposalPage, Statement


def publish(page, statements=None, **fields):
    """Publish `page` with these blocks, as it stands if none are given; return it afresh."""
    page = ProposalPage.objects.get(pk=page.pk)
    if statements is not None:
        page.statements = statements
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return ProposalPage.objects.get(pk=page.pk)


def live(page):
    """The references of a proposal's live statements, in their order."""
    return [row.reference for row in Statement.objects.live().filter(proposal=page)]


def retired(page):
    return [row.reference for row in Statement.objects.retired().filter(proposal=page)]


def row(page, reference):
    return next(
        row for row in Statement.objects.filter(proposal=page) if row.reference == reference
    )


def identities(page):
    """What must never change: each statement's uuid and reference by its block and kind."""
    return {
        (row.block_id, row.kind): (row.uuid, row.reference)
        for row in Statement.objects.filter(proposal=page)
    }
