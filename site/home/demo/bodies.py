"""Turns the blocks of a file into the blocks of a StreamField."""

from .files import block_id, resolve_links


def body(blocks, slug, site):
    """The raw value of a `BodyBlock`. `site` holds the pages, images and documents by name."""
    return [
        {
            "type": block["type"],
            "value": VALUES[block["type"]](block, site),
            "id": block_id(slug, str(position)),
        }
        for position, block in enumerate(blocks)
    ]


def table(block, site):
    data = [block["header"], *block["rows"]]
    return {
        "data": data,
        "cell": [],
        "mergeCells": [],
        "first_row_is_table_header": True,
        "first_col_is_header": block.get("row_header", False),
        "table_header_choice": "both" if block.get("row_header") else "row",
        "table_caption": block.get("caption", ""),
    }


VALUES = {
    "heading": lambda block, site: block["text"],
    "paragraph": lambda block, site: resolve_links(block["text"], site.pages),
    "quote": lambda block, site: {"text": block["text"], "source": block.get("source", "")},
    "image": lambda block, site: {
        "image": {
            "image": site.images[block["file"]].pk,
            "alt_text": block["alt"],
            "decorative": block.get("decorative", False),
        },
        "caption": block.get("caption", ""),
    },
    "document": lambda block, site: {
        "document": site.documents[block["file"]].pk,
        "title": block["title"],
    },
    "table": table,
    "callout": lambda block, site: {
        "title": block["title"],
        "text": resolve_links(block["text"], site.pages),
    },
}


def statements(entries, slug, site):
    """The raw value of a `StatementsBlock`."""
    return [
        {
            "type": entry["kind"],
            "value": statement(entry, slug, site),
            "id": block_id(slug, entry["key"]),
        }
        for entry in entries
    ]


def statement(entry, slug, site):
    value = {
        "claim": entry["claim"],
        "details": resolve_links(entry.get("details", ""), site.pages),
        "falls_on": entry.get("falls_on", ""),
        "evidence": [
            {"type": "item", "value": evidence(source, site), "id": block_id(slug, source["title"])}
            for source in entry.get("evidence", [])
        ],
    }
    value |= {name: entry[name] for name in OWN_FIELDS if name in entry}
    if entry["kind"] == "safeguard":
        value["meets"] = [block_id(slug, key) for key in entry["meets"]]
    return value


OWN_FIELDS = ("gains", "measure", "likelihood", "impact")


def evidence(source, site):
    cited = site.documents[source["document"]].pk if source.get("document") else None
    return {
        "title": source["title"],
        "url": source.get("url", ""),
        "document": cited,
        "kind": source["kind"],
        "date": source["date"],
        "bearing": source["bearing"],
        "limits": source.get("limits", ""),
    }
