"""What each type of page is made of: from a file's entries to a model's fields.

Each function takes the file's content, its slug and the `DemoSite`, and returns fields by name.
Those that name other pages are called twice: when the page is placed, and when all pages are.
"""

from blog.models import BlogPageAuthor, DiscussedStatement
from proposals.models import Statement

from .bodies import body, statements
from .files import block_id, on, resolve_links


def standard(entry, slug, site):
    return {
        "introduction": entry.get("introduction", ""),
        "body": body(entry["body"], slug, site),
    }


def proposal(entry, slug, site):
    return {
        "summary": entry["summary"],
        "strand": site.strands[entry["strand"]],
        "lead_departments": [site.organisations[key] for key in entry["lead_departments"]],
        "opens": on(entry["opens"]),
        "closes": on(entry["closes"]),
        "outcome": entry.get("outcome", ""),
        "outcome_note": resolve_links(entry.get("outcome_note", ""), site.pages),
        "background": resolve_links(entry["background"], site.pages),
        "statements": statements(entry["statements"], slug, site),
    }


def article(entry, slug, site):
    """What posts and meeting notes have in common."""
    return {
        "date": on(entry["date"]),
        "strand": site.strands.get(entry["strand"]),
        "introduction": entry["introduction"],
        "body": body(entry["body"], slug, site),
        "related_proposal": site.pages.get(entry["related_proposal"]),
    }


def post(entry, slug, site):
    return article(entry, slug, site) | {
        "author_links": [BlogPageAuthor(author=site.authors[key]) for key in entry["authors"]]
    }


def note(entry, slug, site):
    return article(entry, slug, site) | {
        "place": entry["place"],
        "names_withheld": entry["names_withheld"],
        "non_attribution": entry["non_attribution"],
        "attendance": [
            {
                "type": "organisation",
                "value": {
                    "organisation": site.organisations[came["organisation"]].pk,
                    "people": came["people"],
                    "names": came.get("names", ""),
                },
                "id": block_id(slug, "came", came["organisation"]),
            }
            for came in entry["attendees"]
        ],
        "actions": [
            {
                "type": "action",
                "value": {
                    "action": action["action"],
                    "owner": owner_of(action, site),
                    "due": on(action["due"]).isoformat(),
                    "done": action["done"],
                },
                "id": block_id(slug, "action", str(position)),
            }
            for position, action in enumerate(entry["actions"])
        ],
        "discussed_statements": [
            DiscussedStatement(statement=statement)
            for statement in discussed(entry["discussed"], site)
        ],
    }


def owner_of(action, site):
    organisation = site.organisations.get(action["owner"])
    return organisation.name if organisation else action["owner"]


def discussed(pairs, site):
    """The published statements that a note names by a proposal's slug and a statement's key."""
    found = (
        Statement.objects.filter(
            proposal=site.pages.get(proposal), block_id=block_id(proposal, key)
        ).first()
        for proposal, key in pairs
    )
    return [statement for statement in found if statement]


def process(entry, slug, site):
    return {
        "introduction": resolve_links(entry["introduction"], site.pages),
        "phases": [
            {
                "type": "phase",
                "value": {
                    "kind": phase["kind"],
                    "title": phase.get("title", ""),
                    "opens": on(phase["opens"]).isoformat(),
                    "closes": on(phase["closes"]).isoformat(),
                    "description": resolve_links(phase["description"], site.pages),
                    "outputs": [
                        {
                            "type": "item",
                            "value": {"title": output["title"], "page": page_id(output, site)},
                            "id": block_id(slug, phase["kind"], output["title"]),
                        }
                        for output in phase["outputs"]
                    ],
                },
                "id": block_id(slug, phase["kind"]),
            }
            for phase in entry["phases"]
        ],
        "principles": [
            {"type": "principle", "value": principle, "id": block_id(slug, principle["title"])}
            for principle in entry["principles"]
        ],
        "organisations": [site.organisations[key] for key in entry["participants"]],
        "take_part": resolve_links(entry["take_part"], site.pages),
        "out_of_scope": resolve_links(entry["out_of_scope"], site.pages),
    }


def page_id(output, site):
    page = site.pages.get(output["page"])
    return page and page.pk


def home(entry, slug, site):
    rich = ("what_it_is", "what_it_is_not", "coordinators", "signup_text")
    return {
        "title": entry["title"],
        "lede": entry["lede"],
        "signup_heading": entry["signup_heading"],
        "signup_page": site.pages.get("how-to-take-part"),
        **{name: resolve_links(entry[name], site.pages) for name in rich},
    }


def introduced(entry, slug, site):
    """A list that says what it lists."""
    return {"introduction": resolve_links(entry["introduction"], site.pages)}
