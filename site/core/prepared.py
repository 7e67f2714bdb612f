"""Statements put together once: that takes Django several times as long as a database needs to
answer them, and what a page asks differs from request to request in a value or two."""

from functools import cache
from threading import local

from django.db import NotSupportedError, connections, models
from django.db.models import Expression
from django.db.models.sql import InsertQuery
from django.db.transaction import TransactionManagementError

from .server_prepared import cursor_of, with_constants


class Gap(Expression):
    """Stands in a query for a value that is known when it is asked: the first, the second …"""

    def __init__(self, position=0):
        super().__init__()
        self.position = position

    def as_sql(self, compiler, connection):
        return "%s", [self]


class Prepared:
    """A queryset with gaps, as a function of what fills them; it gives the list of what is found.

        responses_at = Prepared(OfficialResponse.objects.filter(place=Gap()))
        responses_at("page-12")

    A gap takes what a database takes as a parameter: it is no end of a slice and never None, for
    which SQL has words of its own. What `prefetch_related` names is not fetched. As with any
    queryset, rows are held (`select_for_update`) only within a transaction.
    """

    def __init__(self, queryset):
        self.queryset = queryset.using(queryset.db)
        # A compiled query belongs to a connection, and each thread has its own.
        self.kept = local()

    def __call__(self, *values):
        compiled = getattr(self.kept, "compiled", None)
        if not compiled or compiled.connection is not connections[self.queryset.db]:
            compiled = self.kept.compiled = Compiled(self.queryset.all())
        return compiled.ask(values)


class Compiled:
    """A queryset with gaps for one connection. Whatever else than SQL Django makes of a query and
    of an answer, it goes on to make."""

    def __init__(self, queryset):
        compiler = queryset.query.get_compiler(queryset.db)
        sql, parameters = compiler.as_sql()
        if compiler.has_extra_select:
            raise NotSupportedError("Distinct rows are ordered by nothing but what they hold.")
        self.connection = compiler.connection
        self.holds_rows = compiler.query.select_for_update
        self.sql, self.parameters = with_constants(sql, parameters, self.connection, is_no_gap)
        self.rows = []
        converters = compiler.get_converters([column for column, *_ in compiler.select])
        compiler.get_converters = lambda columns: converters
        compiler.execute_sql = lambda *how, **else_how: [self.rows]
        queryset.query.get_compiler = lambda using: compiler
        self.found = queryset._iterable_class(queryset)

    def ask(self, values):
        if self.holds_rows and not self.connection.in_atomic_block:
            # Django looks for it when it puts a query together.
            raise TransactionManagementError("Rows are held within a transaction only.")
        filled = [
            values[each.position] if isinstance(each, Gap) else each for each in self.parameters
        ]
        with cursor_of(self.connection) as cursor:
            cursor.execute(self.sql, filled)
            self.rows = cursor.fetchall()
        found, self.rows = list(self.found), []
        return found


def is_no_gap(parameter):
    return not isinstance(parameter, Gap)


class WrittenOften(models.Model):
    """A model with many new rows, each of which is a statement put together once."""

    class Meta:
        abstract = True

    def _do_insert(self, manager, using, fields, returning_fields, raw):
        """As Django's, which puts a statement together for each row."""
        connection = connections[using]
        sql = insertion(manager.model, tuple(fields), tuple(returning_fields), using)
        values = [
            field.get_db_prep_save(
                getattr(self, field.attname) if raw else field.pre_save(self, add=True), connection
            )
            for field in fields
        ]
        with cursor_of(connection) as cursor:
            cursor.execute(sql, values)
            return [cursor.fetchone()] if returning_fields else []


@cache
def insertion(model, fields, returning_fields, using):
    """The SQL that writes one row of so many fields."""
    query = InsertQuery(model)
    query.insert_values(fields, [model()], raw=True)
    compiler = query.get_compiler(using)
    compiler.returning_fields = returning_fields
    [(sql, _)] = compiler.as_sql()
    return sql
