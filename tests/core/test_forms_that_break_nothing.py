"""What a browser, a script or a lost file can do to an editor's form: a message, never an error."""

import json

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model

from core.blocks import CitedDocumentBlock
from core.draftail import TolerantRichTextArea
from tests.factories import block, complete_statements, make_proposal


def read(value):
    return TolerantRichTextArea(features=["bold"]).value_from_datadict({"text": value}, {}, "text")


@pytest.mark.parametrize("junk", ["garbage", "[]", "{}", '"text"', "7"])
def test_what_is_no_text_is_read_as_none(junk):
    assert not read(junk)


def test_half_a_surrogate_pair_can_be_stored():
    content = {"blocks": [], "entityMap": {}}
    content["blocks"].append(
        {
            "key": "a",
            "text": "Half \ud800 a pair",
            "type": "unstyled",
            "depth": 0,
            "inlineStyleRanges": [],
            "entityRanges": [],
        }
    )
    html = read(json.dumps(content))
    assert "Half ? a pair" in html


@pytest.mark.parametrize("forged", ["x", "-1", "9" * 40, "1;", "٣"])
def test_forged_document_is_no_document(forged):
    assert CitedDocumentBlock().value_from_form(forged) is None


def test_proposal_whose_evidence_lost_its_document_can_be_edited(editor_client, home):
    document = get_document_model().objects.create(
        title="Study", file=ContentFile(b"Study", "study.txt")
    )
    source = {
        "title": "A study",
        "url": "",
        "document": document.pk,
        "kind": "audit",
        "date": "2026-01-05",
        "bearing": "supports",
        "limits": "",
    }
    evidence = [{"type": "item", "id": "0" * 36, "value": source}]
    proposal = make_proposal(
        statements=[*complete_statements(), block("benefit", evidence=evidence)]
    )
    document.delete()
    address = reverse("wagtailadmin_pages:edit", args=[proposal.pk])
    assert editor_client.get(address).status_code == 200
    assert editor_client.get(proposal.url).status_code == 200
