"""Queries put together once: that takes Django several times as long as a database needs to answer
them, and what a page asks differs from request to request in a value or two."""

from threading import local

from django.db import connections
from django.db.models import Expression
from django.db.transaction import TransactionManagementError


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
        compiler, found, sql, parameters = self.compiled()
        if compiler.query.select_for_update and not compiler.connection.in_atomic_block:
            # Django looks for it when it puts a query together.
            raise TransactionManagementError("Rows are held within a transaction only.")
        filled = tuple(
            values[parameter.position] if isinstance(parameter, Gap) else parameter
            for parameter in parameters
        )
        compiler.as_sql = lambda: (sql, filled)
        return list(found)

    def compiled(self):
        compiled = getattr(self.kept, "compiled", None)
        if not compiled or compiled[0].connection is not connections[self.queryset.db]:
            compiled = self.kept.compiled = compile_once(self.queryset.all())
        return compiled


def compile_once(queryset):
    """The queryset's compiler, what iterates over its answers, and its SQL with parameters.
    Whatever else Django makes of an answer, it goes on to make."""
    compiler = queryset.query.get_compiler(queryset.db)
    sql, parameters = compiler.as_sql()
    converters = compiler.get_converters([column for column, *_ in compiler.select])
    compiler.get_converters = lambda columns: converters
    queryset.query.get_compiler = lambda using: compiler
    return compiler, queryset._iterable_class(queryset), sql, parameters
