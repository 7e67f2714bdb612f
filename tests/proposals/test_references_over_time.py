"""Whatever editors do in whatever order, references hold."""

import uuid

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from proposals.kinds import Kind
from proposals.models import Statement
from tests.factories import block, make_proposal

kinds = st.sampled_from(Kind.values)
positions = st.integers(0, 50)
claims = st.text("abc é", min_size=1, max_size=20)


class EditingAProposal(RuleBasedStateMachine):
    """An editor's draft, published now and then; `known` is what publication has ever promised."""

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.proposal = make_proposal(live=False)
        self.draft, self.bin, self.known, self.published = [], [], {}, []

    def teardown(self):
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @rule(kind=kinds, claim=claims, position=positions)
    def add(self, kind, claim, position):
        self.draft.insert(position, block(kind, str(uuid.uuid4()), claim=claim))

    @precondition(lambda self: self.draft)
    @rule(position=positions)
    def remove(self, position):
        self.bin.append(self.draft.pop(position % len(self.draft)))

    @precondition(lambda self: self.bin)
    @rule(position=positions)
    def put_back(self, position):
        self.draft.append(self.bin.pop(position % len(self.bin)))

    @rule(random=st.randoms(use_true_random=False))
    def reorder(self, random):
        random.shuffle(self.draft)

    @precondition(lambda self: self.draft)
    @rule(position=positions, claim=claims)
    def reword(self, position, claim):
        self.draft[position % len(self.draft)]["value"]["claim"] = claim

    @precondition(lambda self: self.draft)
    @rule(position=positions, kind=kinds)
    def change_kind(self, position, kind):
        changed = self.draft[position % len(self.draft)]
        changed |= block(kind, changed["id"], claim=changed["value"]["claim"])

    @rule()
    def publish(self):
        self.proposal.statements = self.draft
        Statement.objects.publish(self.proposal)
        self.published = [(b["id"], b["type"], b["value"]["claim"]) for b in self.draft]
        for row in self.rows():
            self.known.setdefault((row.block_id, row.kind), (row.uuid, row.reference))

    def rows(self):
        return list(Statement.objects.filter(proposal=self.proposal))

    @invariant()
    def references_and_uuids_never_move(self):
        now = {(row.block_id, row.kind): (row.uuid, row.reference) for row in self.rows()}
        assert now == self.known

    @invariant()
    def references_and_uuids_name_one_statement_each(self):
        assert len({reference for _, reference in self.known.values()}) == len(self.known)
        assert len({uuid for uuid, _ in self.known.values()}) == len(self.known)

    @invariant()
    def live_rows_are_the_published_blocks(self):
        live = [row for row in self.rows() if not row.retired_at]
        assert [(row.block_id, row.kind, row.claim) for row in live] == self.published


def test_references_hold_whatever_editors_do(home):
    run_state_machine_as_test(
        EditingAProposal,
        settings=settings(
            max_examples=20,
            stateful_step_count=20,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
