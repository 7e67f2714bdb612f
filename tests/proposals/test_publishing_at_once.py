"""Two editors press Publish in the same moment: each statement is there, under one reference."""

from threading import Barrier, Event

from django.db import connection, transaction

from proposals.models import ProposalPage, Statement
from tests.factories import block, complete_statements, make_proposal

EDITORS = 4


def test_publications_at_once_lose_nothing_and_share_no_reference(in_threads):
    statements = complete_statements()
    [proposal] = in_threads(lambda: make_proposal(statements=statements))
    ready = Barrier(EDITORS)

    def publish_one_more():
        page = ProposalPage.objects.get(pk=proposal.pk)
        page.statements = [*statements, block("risk"), block("purpose")]
        revision = page.save_revision()
        ready.wait(timeout=30)
        revision.publish()

    in_threads(*[publish_one_more] * EDITORS)

    def what_is_there():
        rows = list(Statement.objects.filter(proposal=proposal))
        page = ProposalPage.objects.get(pk=proposal.pk)
        return rows, [(b.id, b.block_type) for b in page.statements]

    [(rows, blocks)] = in_threads(what_is_there)
    references = {row.reference for row in rows}
    purposes = {f"P{n + 1}" for n in range(EDITORS)}
    risks = {f"R{n + 1}" for n in range(EDITORS + 1)}
    assert references == {"B1", "L1", "S1"} | purposes | risks
    assert len(rows) == len(references) == len({row.uuid for row in rows})
    assert [(row.block_id, row.kind) for row in rows if not row.retired_at] == blocks


WAITING_FOR_US = (
    "SELECT 1 FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))"
)


def wait_until_it_waits(other_has_ended):
    """Until the other waits for what this connection has locked, where the database can say."""
    while connection.vendor == "postgresql" and not other_has_ended.is_set():
        with connection.cursor() as cursor:
            cursor.execute(WAITING_FOR_US)
            if cursor.fetchone():
                return


def test_second_publication_waits_until_the_first_has_given_its_references(in_threads):
    statements = complete_statements()
    [proposal] = in_threads(lambda: make_proposal(statements=statements))
    first_is_at_it, second_begins, second_has_ended = Event(), Event(), Event()

    def with_one_more():
        page = ProposalPage.objects.get(pk=proposal.pk)
        page.statements = [*statements, block("risk")]
        return page

    def first():
        page = with_one_more()
        with transaction.atomic():
            Statement.objects.publish(page)
            first_is_at_it.set()
            assert second_begins.wait(timeout=30)
            wait_until_it_waits(second_has_ended)

    def second():
        assert first_is_at_it.wait(timeout=30)
        page = with_one_more()
        second_begins.set()
        try:
            Statement.objects.publish(page)
        finally:
            second_has_ended.set()

    def references():
        return [row.reference for row in Statement.objects.filter(proposal=proposal, kind="risk")]

    in_threads(first, second)
    assert sorted(in_threads(references)[0]) == ["R1", "R2", "R3"]
