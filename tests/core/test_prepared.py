"""A query that is put together once finds what the queryset finds, each time anew; a row that is
written often is the row that Django writes."""

import pytest
from django.db import IntegrityError, NotSupportedError, connection, models, transaction
from django.db.models import Count
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from core.models import Organisation
from core.prepared import Gap, Prepared
from mailing.models import Delivery, Notification
from tests.factories import make_organisation


@pytest.fixture
def organisations(db):
    return [
        make_organisation(name, sector)
        for name, sector in [("A", "academia"), ("B", "business"), ("C", "academia")]
    ]


@pytest.fixture
def of_sector():
    return Prepared(Organisation.objects.filter(sector=Gap()))


def test_each_value_finds_its_own_rows(organisations, of_sector):
    a, b, c = organisations
    assert of_sector("academia") == [a, c]
    assert of_sector("business") == [b]
    assert of_sector("individual") == []


def test_rows_are_read_each_time(organisations, of_sector):
    [before] = of_sector("business")
    Organisation.objects.filter(pk=before.pk).update(name="Another")
    [after] = of_sector("business")
    assert (before.name, after.name) == ("B", "Another")
    assert after is not before


def test_it_costs_one_query_which_is_logged_however_often_it_is_asked(organisations, of_sector):
    for _ in range(3):
        with CaptureQueriesContext(connection) as queries:
            of_sector("academia")
        [query] = queries
        assert "core_organisation" in query["sql"]


def test_each_gap_takes_its_own_value_wherever_it_stands(organisations):
    found = Prepared(Organisation.objects.filter(sector=Gap(1), name__in=[Gap(2), Gap(0)]))
    assert [organisation.name for organisation in found("A", "academia", "B")] == ["A"]


def test_value_is_a_parameter_and_no_sql(organisations, of_sector):
    assert of_sector("' OR 1=1 --") == []
    assert of_sector("%s") == []


def test_values_columns_and_joined_rows_come_as_from_the_queryset(home, django_assert_num_queries):
    pages = Page.objects.select_related("content_type").annotate(number=Count("sites_rooted_here"))
    [page] = Prepared(pages.filter(slug=Gap()))(home.slug)
    with django_assert_num_queries(0):
        assert page.number == 1
        assert page.content_type.model == "homepage"
    values = Page.objects.values_list("pk", "first_published_at")
    assert Prepared(values.filter(slug=Gap()))(home.slug) == list(values.filter(slug=home.slug))


def test_threads_do_not_fill_each_others_gaps(in_threads):
    names = [f"Organisation {number}" for number in range(4)]
    for name in names:
        make_organisation(name)
    named = Prepared(Organisation.objects.filter(name=Gap()))

    def ask_often(name):
        return {organisation.name for _ in range(50) for organisation in named(name)}

    found = in_threads(*(lambda name=name: ask_often(name) for name in names))
    assert found == [{name} for name in names]


def test_rows_are_held_within_a_transaction_only(committed_db):
    make_organisation("A")
    held = Prepared(Organisation.objects.filter(name=Gap()).select_for_update())
    with transaction.atomic():
        assert held("A")
    with pytest.raises(TransactionManagementError):
        held("A")


def test_constants_are_kept_whole(db):
    for name in ("50%", "%s", "it's"):
        make_organisation(name)
        named = Prepared(Organisation.objects.filter(name=name, sector=Gap()))
        [found] = named(Organisation.objects.get(name=name).sector)
        assert found.name == name


def test_order_by_what_distinct_rows_do_not_hold_is_refused(db):
    names = Organisation.objects.filter(sector=Gap()).order_by("url").values_list("name")
    with pytest.raises(NotSupportedError):
        Prepared(names.distinct())("academia")


def test_it_holds_after_a_transaction_was_undone(organisations, of_sector):
    for _ in range(3):
        with transaction.atomic():
            assert of_sector("business")
            transaction.set_rollback(True)
    assert of_sector("business") == [organisations[1]]


def test_postgresql_has_it_prepared(organisations, of_sector):
    for _ in range(3):
        of_sector("business")
    assert connection.vendor == "sqlite" or "core_organisation" in "".join(prepared_statements())


def prepared_statements():
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall()]


def test_row_that_is_written_often_is_the_one_that_django_writes(db, monkeypatch):
    notification = Notification.objects.create(kind="notice", key="one", subject="Subject")

    def written(address):
        mail = Delivery(notification=notification, address=address, personal={"url": "https://a.b"})
        mail.save(force_insert=True)
        assert mail.pk
        [row] = Delivery.objects.filter(pk=mail.pk).values()
        return {name: row[name] for name in row.keys() - {"id", "address", "created"}}

    ours = written("ada@example.org")
    monkeypatch.setattr(Delivery, "_do_insert", models.Model._do_insert)
    assert written("bob@example.org") == ours


def test_row_that_is_written_often_costs_one_query_and_fails_as_others_do(
    db, django_assert_num_queries
):
    notification = Notification.objects.create(kind="notice", key="one", subject="Subject")
    for cause in ("one", "two"):
        mail = Delivery(notification=notification, address="ada@example.org", cause=cause)
        with django_assert_num_queries(1):
            mail.save(force_insert=True)
    again = Delivery(notification=notification, address="ada@example.org", cause="two")
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save(force_insert=True)
