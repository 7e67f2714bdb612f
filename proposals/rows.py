"""The published rows of a proposal's statements, as its reader meets them."""

from functools import cache

from django.db import DEFAULT_DB_ALIAS

from core.prepared import Gap, Prepared

from .models.standing import Standing
from .models.statement import Statement


@cache
def columns(model):
    return [field.attname for field in model._meta.concrete_fields]


@cache
def rows_of():
    """All that a page shows of them, in one query and as plain values: each with its counts and
    the columns of its standing. `as_statement` makes a statement of one."""
    standing = (f"current_standing__{name}" for name in columns(Standing))
    # In an order of their own, so that the same rows are the same values.
    statements = Statement.objects.filter(proposal=Gap()).with_counts().order_by("pk")
    return Prepared(
        statements.values_list(*columns(Statement), "comment_count", "response_count", *standing)
    )


def as_statement(row, proposal):
    """The Statement that a row tells of. It remembers the row, `as_read`: a text about it is kept
    under that."""
    names = columns(Statement)
    own, (comments, responses, *standing) = row[: len(names)], row[len(names) :]
    statement = Statement.from_db(DEFAULT_DB_ALIAS, names, own)
    statement.as_read, statement.proposal = row, proposal
    statement.comment_count, statement.response_count = comments, responses
    if statement.current_standing_id:
        statement.current_standing = Standing.from_db(DEFAULT_DB_ALIAS, columns(Standing), standing)
    return statement
