"""Asks Wagtail's search index, in the words of each database.

Wagtail's own `search()` works out the rank of each result by a search of its own on SQLite: seconds
for thousands of results. Stems are letters and digits alone, so that nothing in them can mean
anything to a database.
"""

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import BooleanField, F, FloatField, Func, IntegerField, Value
from django.db.models.functions import Cast
from wagtail.search import models as index

from home.models import Finding

# How much more a word in the title says than one in the text.
TITLE_WEIGHT = 5


def ranked(query):
    """The ids of all findings that hold all of `query`, best first, whoever may see them.

    Filters are asked for apart, and meet these in Python: asked as one question, both databases may
    choose to search once for each finding.
    """
    ask, entry = DATABASES[connection.vendor]
    # As a value and not a column, or SQLite begins with the column's index and does the same.
    entries = ask(query).alias(type=Cast(f"{entry}content_type", IntegerField()))
    own = entries.filter(type=ContentType.objects.get_for_model(Finding).pk)
    keys = own.order_by("-score", "-pk").values_list(f"{entry}object_id", flat=True)
    return [int(key) for key in keys]


def ask_sqlite(query):
    table = index.SQLiteFTSIndexEntry._meta.db_table
    match = " AND ".join('"{}"'.format(" ".join(phrase)) for phrase in query.phrases)
    found = Func(
        Value(match), template=f"{table} MATCH %(expressions)s", output_field=BooleanField()
    )
    # The columns as Wagtail's migration has them: autocomplete, body, title. Less is better.
    rank = Func(template=f"-bm25({table}, 0, 1, {TITLE_WEIGHT})", output_field=FloatField())
    return index.SQLiteFTSIndexEntry.objects.filter(found).annotate(score=rank)


def ask_postgresql(query):
    match = " & ".join(
        "({})".format(" <-> ".join(f"'{stem}'" for stem in phrase)) for phrase in query.phrases
    )
    search = SearchQuery(match, search_type="raw", config="simple")
    score = SearchRank(F("title"), search) * Value(TITLE_WEIGHT) + SearchRank(F("body"), search)
    return index.IndexEntry.objects.filter(body=search).annotate(score=score)


# What asks, and how its rows lead to the index entry.
DATABASES = {"sqlite": (ask_sqlite, "index_entry__"), "postgresql": (ask_postgresql, "")}
