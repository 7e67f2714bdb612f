"""Asks Wagtail's search index, in the words of each database.

Wagtail's own `search()` works out the rank of each result by a search of its own on SQLite, which
takes seconds for thousands of results. This asks the same tables once. Stems are letters and
digits alone, so that nothing in them can mean anything to a database.
"""

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import BooleanField, FloatField, Func, IntegerField, TextField, Value
from django.db.models.functions import Cast
from wagtail.search import models as index

# How much more a word in the title says than one in the text.
TITLE_WEIGHT = 5


def matching(query, findings):
    """The ids, as strings, of those of `findings` that hold all of `query`, best first. All are
    worth fetching: they have to be ranked anyhow, and to count them would be a search again."""
    ask, entry = DATABASES[connection.vendor]
    # Casts keep SQLite from beginning with the index of these columns: it would then search once
    # for each finding, where it should search once.
    entries = ask(query).annotate(
        key=Cast(f"{entry}object_id", TextField()),
        type=Cast(f"{entry}content_type", IntegerField()),
    )
    own = {
        "type": ContentType.objects.get_for_model(findings.model).pk,
        "key__in": findings.order_by().values_list(Cast("pk", TextField())),
    }
    return entries.filter(**own).order_by("-score", "-key").values_list("key", flat=True)


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
    score = SearchRank("title", search) * Value(TITLE_WEIGHT) + SearchRank("body", search)
    return index.IndexEntry.objects.filter(body=search).annotate(score=score)


# What asks, and how its rows lead to the index entry.
DATABASES = {"sqlite": (ask_sqlite, "index_entry__"), "postgresql": (ask_postgresql, "")}
