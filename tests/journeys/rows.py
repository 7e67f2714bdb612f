"""Keeps the rows of the whole database, to bring them back faster than they were made."""

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

KEEP = "CREATE TABLE {0}_{1} AS SELECT * FROM {1}"
EMPTY = "DELETE FROM {1}"
FILL = "INSERT INTO {1} SELECT * FROM {0}_{1}"


def keep_rows(name):
    """Copy the rows of every table into one beside it, which stays when the tables are emptied."""
    for table in tables():
        execute(KEEP.format(name, table))


def bring_back_rows(name):
    """Make the rows of every table those that were kept under this name."""
    # References between tables are looked at when the transaction ends, whichever comes first.
    with transaction.atomic():
        for table in tables():
            execute(EMPTY.format(name, table), FILL.format(name, table))
    count_on()


def count_on():
    """Let the numbers that the database gives begin after those that are there."""
    execute(*connection.ops.sequence_reset_sql(no_style(), apps.get_models()))


def execute(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def tables():
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    # SQLite's full-text index is filled by triggers.
    return [name for name in names if not name.endswith("_fts")]
