"""What the editor's form for a proposal sends."""

import json
from datetime import timedelta
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from proposals.models import ProposalIndexPage
from tests.factories import make_strand

ACTIONS = {
    "publish": {"action-publish": "1"},
    "submit": {"action-submit": "1"},
    "approve": {"action-workflow-action": "true", "workflow-action-name": "approve"},
    "save": {},
}
PROPOSAL = ("proposals", "proposalpage")


def statement_field(block, order):
    """One block, stored as `tests.factories.block` makes it, as the form sends it."""
    value = dict(block["value"])
    fields = {"falls_on": ""} | value
    fields["details"] = rich_text(value["details"])
    if block["type"] == "benefit":
        fields = {"gains": "", "measure": ""} | fields
    if block["type"] == "risk":
        fields = {"likelihood": "possible", "impact": "serious"} | fields
    if block["type"] == "safeguard" and not isinstance(value["meets"], str):
        fields["meets"] = json.dumps(value["meets"])
    fields["evidence"] = stream_list(value["evidence"])
    return {
        "id": block["id"],
        "type": block["type"],
        "value": fields,
        "order": str(order),
        "deleted": "",
    }


def stream_list(values):
    items = {
        str(order): {"value": value, "order": str(order), "deleted": "", "id": ""}
        for order, value in enumerate(values)
    }
    return {"count": str(len(items)), **items}


def evidence_fields(**fields):
    return {
        "title": "A survey",
        "url": "https://example.org/survey",
        "document": "",
        "kind": "evaluation",
        "date": "2025-03-01",
        "bearing": "supports",
        "limits": "",
    } | fields


def form_data(statements, action="publish", **fields):
    today = timezone.localdate()
    defaults = {
        "title": "A proposal",
        "slug": "a-proposal",
        "summary": "What is proposed.",
        "strand": str(make_strand().pk),
        "voice": "joint",
        "opens": str(today - timedelta(days=10)),
        "closes": str(today + timedelta(days=10)),
        "comments_setting": "open",
        "outcome": "",
        "outcome_note": rich_text(""),
        "background": rich_text(""),
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "comments": inline_formset([]),
        "statements": {
            "count": str(len(statements)),
            **{str(n): statement_field(block, n) for n, block in enumerate(statements)},
        },
    }
    return nested_form_data(defaults | fields) | ACTIONS[action]


def create(client, statements, action="publish", **fields):
    """Send the form for a new proposal."""
    index = ProposalIndexPage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=(*PROPOSAL, index.pk))
    return client.post(address, form_data(statements, action, **fields))


def edit(client, page, statements, action="publish", **fields):
    """Send the form for an existing proposal."""
    fields = {"title": page.title, "slug": page.slug} | fields
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, form_data(statements, action, **fields))


def accepted(response):
    """Whether the form was taken: Wagtail then leads on, and shows a refused form again."""
    return response.status_code == 302 and urlsplit(response.url).path.startswith("/admin/pages/")


def refused(response):
    return response.status_code == 200 and bool(response.context["form"].errors)


def messages_of(error):
    """All messages in a form's error, however deep the block that it belongs to."""
    if isinstance(error, dict):
        return [words for child in error.values() for words in messages_of(child)]
    if isinstance(error, list):
        return [words for child in error for words in messages_of(child)]
    return [error] if isinstance(error, str) else []


def statement_errors(response):
    """The errors of the statements field as the editor's script gets them: it sets each beside
    the field it belongs to. {"blockErrors": {position: …}, "messages": [words]}."""
    [error] = response.context["form"].errors["statements"].as_data()
    return error.as_json_data()
