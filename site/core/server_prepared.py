"""Statements that PostgreSQL reads and plans once a connection, and then runs with other values:
for short ones, reading and planning is most of what it does."""

import re

from psycopg import Cursor

PLACEHOLDER = re.compile("%%|%s")


class PreparingCursor(Cursor):
    """Psycopg's, which forgets the words of what is prepared: Django logs and counts by them."""

    def _send_query_prepared(self, name, query, **options):
        self._query = query
        super()._send_query_prepared(name, query, **options)


def cursor_of(connection):
    """A cursor for a statement that is executed over and over in the same words."""
    if connection.vendor != "postgresql":
        return connection.cursor()
    # As `connection.cursor()` does, whose cursors write the values into the words.
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    with connection.wrap_database_errors:
        return connection._prepare_cursor(PreparingCursor(connection.connection))


def with_constants(sql, parameters, connection, is_constant):
    """(sql, parameters) with the constants among them written out, where the server plans without
    the values: else it would not know that an index of some rows alone will do."""
    if connection.vendor != "postgresql":
        return sql, parameters
    values = iter(parameters)
    left = []

    def written(match):
        if match[0] == "%%":
            return "%%"
        value = next(values)
        if is_constant(value):
            return connection.ops.compose_sql("%s", [value]).replace("%", "%%")
        left.append(value)
        return "%s"

    return PLACEHOLDER.sub(written, sql), left
