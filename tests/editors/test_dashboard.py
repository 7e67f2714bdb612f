"""The dashboard says what needs somebody today, and each figure leads to what it counts."""

from datetime import timedelta
from urllib.parse import urlsplit

import html5lib
import pytest
from django.urls import reverse
from django.utils import timezone

from tests.editors.conftest import ROLES
from tests.editors.steps import sign, submit
from tests.factories import block, complete_statements, make_proposal
from tests.proposals.forms import evidence_fields
from tests.proposals.html import by_id, links, words

WRITERS = ("editor", "policy", "civil", "both", "superuser")
HOME = "/admin/"


def read(response):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return parser.parse(response.content.decode())


def panel(client, name):
    return by_id(read(client.get(HOME)), f"{name}-section")


def figures(client):
    """{words: address} of what the dashboard counts."""
    found = links(panel(client, "gaps"))
    return {label: address for label, address in found.items() if label[:1].isdigit()}


def closing_in(days, **fields):
    return make_proposal(closes=timezone.localdate() + timedelta(days=days), **fields)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "anonymous"])
def test_what_needs_attention_is_for_those_who_write(clients, role):
    page = clients[role].get(HOME).content.decode()
    assert ("What needs attention" in page) == (role in WRITERS)


def test_dashboard_bears_the_name_of_the_site(clients, settings):
    page = clients["editor"].get(HOME).content.decode()
    assert settings.WAGTAIL_SITE_NAME in page


def test_open_proposals_are_listed_with_the_days_left(clients):
    closing_in(3, title="Closes soon")
    closing_in(0, title="Closes today")
    make_proposal("Not public", live=False)
    text = words(panel(clients["editor"], "open"))
    assert text.index("Closes today") < text.index("Closes soon")
    assert "Last day" in text
    assert "Not public" not in text
    assert "All 2 open proposals" in text


def test_figures_count_what_is_missing_in_public_proposals(clients):
    risk = block("risk", evidence=[evidence_fields(document=None)])
    closing_in(
        14,
        title="With gaps",
        statements=[block("benefit"), risk, block("limitation"), block("safeguard")],
    )
    closing_in(15, title="Later")
    make_proposal("Not public", live=False)
    assert figures(clients["editor"]).keys() == {
        "1 closing within 14 days",
        "7 statements without evidence",
        "1 risk without safeguard",
    }


def test_each_figure_leads_to_exactly_what_it_counts(clients):
    closing_in(5, title="With gaps", statements=[*complete_statements(), block("risk")])
    closing_in(20, title="Later")
    client = clients["editor"]
    for label, address in figures(client).items():
        listed = client.get(address)
        assert str(listed.context["page_obj"].paginator.count) == label.split()[0], label
    [every] = [
        address for label, address in links(panel(client, "open")).items() if "All 2" in label
    ]
    assert client.get(every).context["page_obj"].paginator.count == 2


def test_what_waits_says_for_whom_and_which_is_yours(clients, people):
    proposal = make_proposal("Waiting", live=False)
    submit(proposal, people["editor"])
    assert "Signature of the policy team" in words(panel(clients["editor"], "waiting"))
    assert "Yours to do" not in words(panel(clients["editor"], "waiting"))
    assert "Yours to do" in words(panel(clients["policy"], "waiting"))
    assert "Yours to do" not in words(panel(clients["civil"], "waiting"))
    sign(clients["both"], proposal)
    assert "Signature of the civil society partner" in words(panel(clients["editor"], "waiting"))
    assert "Yours to do" in words(panel(clients["civil"], "waiting"))
    assert "Yours to do" not in words(panel(clients["both"], "waiting"))
    assert links(panel(clients["civil"], "waiting"))["Waiting"] == reverse(
        "wagtailadmin_pages:edit", args=[proposal.pk]
    )


def test_queries_do_not_grow_with_what_is_shown(
    clients, people, django_assert_max_num_queries, django_assert_num_queries
):
    def fill(number):
        for n in range(number):
            closing_in(5, title=f"Open {number} {n}")
            submit(make_proposal(f"Waiting {number} {n}", live=False), people["editor"])

    fill(2)
    client = clients["policy"]
    client.get(HOME)
    with django_assert_max_num_queries(60) as few:
        client.get(HOME)
    fill(4)
    with django_assert_num_queries(len(few)):
        client.get(HOME)


@pytest.mark.parametrize("role", ["editor", "superuser"])
def test_our_pages_advertise_nothing_and_load_nothing_from_elsewhere(clients, role):
    for address in (HOME, reverse("proposals:index"), reverse("statements:index")):
        response = clients[role].get(address)
        assert "wagtail.org" not in response.content.decode(), address
        for element in read(response).iter():
            loaded = "href" if element.tag == "link" else "src"
            assert not urlsplit(element.get(loaded, "")).netloc, element.attrib
