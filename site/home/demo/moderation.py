"""What became of the demo's comments: from a file's entries to decisions and reports."""

from datetime import timedelta

from discussion.models import Action, Decision, Report, State

STATE_AFTER = {
    Action.APPROVE: State.PUBLISHED,
    Action.REJECT: State.REJECTED,
    Action.WITHHOLD: State.WITHHELD,
    Action.REDACT: State.PUBLISHED,
}
UNDECIDED = (State.UNCONFIRMED, State.PENDING)
APPROVED = [{"action": Action.APPROVE, "hours": 5}]
REDACTION = "[removed: names a private person]"


def decisions(entry, written, moderator):
    """The decisions on a comment, in their order. Most comments have one: published."""
    made, state = [], State.PENDING
    for step in entry.get("decisions", [] if entry.get("state") in UNDECIDED else APPROVED):
        made.append(
            Decision(
                action=step["action"],
                reason=step.get("reason", ""),
                note=step.get("note", ""),
                state_before=state,
                text_before=entry["text"].strip().replace(REDACTION, entry.get("removed", "")),
                moderator=moderator,
                made_at=written + timedelta(hours=step["hours"]),
            )
        )
        state = STATE_AFTER[step["action"]]
    return made


def outcome(entry, written, made):
    """Where a comment stands after the decisions `made`, and since when."""
    ends = [STATE_AFTER[decision.action] for decision in made]
    state = entry.get("state") or ends[-1]
    return {
        "state": state,
        "reason": made[-1].reason if state in (State.REJECTED, State.WITHHELD) else "",
        "confirmed_at": None if state == State.UNCONFIRMED else written + timedelta(minutes=20),
        "published_at": made[0].made_at if State.PUBLISHED in ends else None,
        "redacted_at": made[-1].made_at if REDACTION in entry["text"] else None,
    }


def reports(entry, written):
    return [
        Report(
            reason=report["reason"],
            words=report["words"],
            made_at=written + timedelta(hours=report["hours"]),
            settled_at=written + timedelta(hours=report["settled"])
            if "settled" in report
            else None,
        )
        for report in entry.get("reports", [])
    ]


def keep(model, comment, rows):
    """Save `rows` about a comment, as old as they say: a new row gets the time of its saving."""
    times = [row.made_at for row in rows]
    for row in rows:
        row.comment = comment
    rows = model.objects.bulk_create(rows)
    for row, time in zip(rows, times, strict=True):
        row.made_at = time
    model.objects.bulk_update(rows, ["made_at"])
