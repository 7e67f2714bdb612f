"""The demo's comments as rows: in every state, each where its key says, and no visitor's among
those that are taken away."""

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, F
from django.utils.html import escape

from discussion.models import Action, Decision, PublicComment, Report, State
from discussion.models.comment import DEEPEST_LEVEL
from discussion.places import key_of
from proposals.models import Statement

WAITING = [State.UNCONFIRMED, State.PENDING]


def test_demo_has_comments_in_every_state(demo):
    comments = PublicComment.objects.all()
    numbers = dict(comments.order_by().values_list("state").annotate(Count("pk")))
    assert sum(numbers.values()) >= 60
    assert numbers[State.PUBLISHED] >= 45
    assert numbers[State.PENDING] >= 8
    assert numbers[State.UNCONFIRMED] == 2
    assert numbers[State.WITHHELD] == numbers[State.WITHDRAWN] == 1
    stones = comments.shown().exclude(state=State.PUBLISHED).values_list("state", flat=True)
    assert {State.REJECTED, State.WITHHELD, State.WITHDRAWN} == set(stones)
    assert comments.published().filter(is_official=True).count() >= 5
    assert comments.published().filter(level=DEEPEST_LEVEL).count() >= 5
    assert comments.pending().filter(spam_score__gte=5).count() == 1
    open_reports = Report.objects.filter(settled_at=None, comment__state=State.PUBLISHED)
    assert open_reports.values("comment").distinct().count() == 2


def test_every_comment_is_where_its_key_says_with_its_decisions_and_an_address_of_nobody(demo):
    pages = {key_of(statement): statement.proposal_id for statement in Statement.objects.all()}
    earlier = 0
    for comment in PublicComment.objects.all():
        thing = comment.content_object
        assert key_of(thing) == comment.place
        assert pages.get(comment.place, thing.pk) == comment.page_id
        assert comment.path.endswith(f"{comment.pk:011d}")
        assert comment.user_email.endswith("@example.org") or comment.user_email == ""
        assert bool(comment.user_email) == bool(comment.author_key)
        assert comment.user_email or comment.is_official or comment.state == State.WITHDRAWN
        assert comment.decisions.exists() == (comment.state not in WAITING)
        if isinstance(thing, Statement):
            earlier += comment.wording_hash != thing.wording_hash
            assert (comment.wording == thing.claim) == (comment.wording_hash == thing.wording_hash)
    assert earlier >= 1
    assert not Decision.objects.filter(made_at__lte=F("comment__confirmed_at")).exists()
    redacted = PublicComment.objects.exclude(redacted_at=None).get()
    assert "[removed" in redacted.comment
    assert "[removed" not in redacted.decisions.get(action=Action.REDACT).text_before


def test_statement_that_was_taken_out_has_its_discussion(demo, client):
    [gone] = Statement.objects.retired()
    proposal = client.get(gone.proposal.url).content.decode()
    assert gone.claim in proposal[proposal.index("Earlier text") :]
    page = client.get(gone.own_url).content.decode()
    comments = PublicComment.objects.published().filter(place=key_of(gone))
    assert comments.count() >= 3
    assert comments.filter(is_official=True).exists()
    assert all(escape(comment.user_name) in page for comment in comments)


def test_removal_spares_what_a_visitor_wrote(demo):
    answered = PublicComment.objects.published().filter(level=0).first()
    PublicComment(
        site_id=answered.site_id,
        content_object=answered.content_object,
        page_id=answered.page_id,
        place=answered.place,
        parent_id=answered.pk,
        user_name="A visitor",
        comment="I was here.",
    ).save()
    before = PublicComment.objects.count()
    with pytest.raises(CommandError, match=f"nothing was removed: {answered.page.title}"):
        call_command("load_demo", "--remove", verbosity=0)
    assert PublicComment.objects.count() == before
