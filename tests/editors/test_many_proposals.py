"""The listings hold with thousands of proposals."""

from django.db import connection
from wagtail.models import Page

from proposals.models import ProposalPage, Statement
from tests.factories import make_proposal

NUMBER = 5_000
ADDRESSES = (
    "proposals/",
    "proposals/?p=100",
    "proposals/?status=open&ordering=-title",
    "proposals/?q=4",
    "statements/",
    "statements/?kind=risk&is_met=false",
)


def copy_rows(proposal, number):
    """Put `number` copies of a proposal and its statements beside it, in a query per table."""
    parent = proposal.get_parent()
    pages = [
        Page(
            title=f"Proposal {n}",
            slug=f"proposal-{n}",
            url_path=f"{parent.url_path}proposal-{n}/",
            path=Page._get_path(parent.path, proposal.depth, n + 2),
            depth=proposal.depth,
            content_type_id=proposal.content_type_id,
            locale_id=proposal.locale_id,
        )
        for n in range(number)
    ]
    Page.objects.bulk_create(pages)
    own = [
        field.column for field in ProposalPage._meta.local_concrete_fields if not field.primary_key
    ]
    columns = ", ".join(map(connection.ops.quote_name, own))
    table = ProposalPage._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (page_ptr_id, {columns}) SELECT page.id, {columns} "  # noqa: S608
            f"FROM wagtailcore_page AS page CROSS JOIN {table} WHERE page.slug LIKE 'proposal-%%' "
            "AND page_ptr_id = %s",
            [proposal.pk],
        )
    rows = list(proposal.published_statements.all())
    Statement.objects.bulk_create(
        Statement(proposal_id=pk, block_id=row.block_id, kind=row.kind, number=1, order=row.order)
        for pk in Page.objects.filter(slug__startswith="proposal-").values_list("pk", flat=True)
        for row in rows
    )


def test_listings_of_five_thousand_proposals_take_fifteen_queries_at_most(
    home, clients, django_assert_max_num_queries
):
    copy_rows(make_proposal(), NUMBER - 1)
    assert ProposalPage.objects.live().count() == NUMBER
    client = clients["editor"]
    # The session's first use writes when it ends.
    client.get("/admin/")
    for address in ADDRESSES:
        with django_assert_max_num_queries(15):
            response = client.get(f"/admin/{address}")
        assert response.context["page_obj"].paginator.count > NUMBER / 5, address
