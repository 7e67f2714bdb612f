"""Two checks beside Wagtail's own, in the checks panel of the editor and in previews.

Each is a hint: nothing is refused. Wagtail lets axe-core do the work, in the preview; the script
`content-checks.js` adds the one function that Wagtail's own checks lack.
"""

from django.forms import Media
from wagtail.admin.userbar import ContentCheckerItem

# Two sentences, a semicolon, or a second clause that has a subject of its own.
TWO_IDEAS = (
    r"[.!?]\s+\S|;|, (and|but) "
    r"| and (it|they|this|that|there|we|he|she|nobody|no one|everyone|everybody) "
)
SAYS_NOTHING = (
    r"^\s*([Cc]lick( here| this)?|[Hh]ere|[Tt]his( link| page)?|[Ll]ink"
    r"|([Rr]ead |[Ll]earn )?[Mm]ore|(https?:|www\.)\S+)[.…]?\s*$"
)


def hint(name, selector, pattern):
    """A rule and its check: elements at `selector` whose words match `pattern` are pointed out."""
    rule = {"id": name, "impact": "minor", "selector": selector, "enabled": True}
    check = {"id": f"check-{name}", "options": {"pattern": pattern}}
    return {**rule, "tags": ["best-practice"], "any": [check["id"]]}, check


HINTS = {
    "claim-one-idea": hint("claim-one-idea", ".statement > header h3", TWO_IDEAS),
    "link-says-nothing": hint("link-says-nothing", "main a[href]", SAYS_NOTHING),
}


class OurContentChecker(ContentCheckerItem):
    media = Media(js=["editors/content-checks.js"])
    # A summary is large and short, and no heading.
    axe_exclude = [*ContentCheckerItem.axe_exclude, ".lede"]
    axe_run_only = [*ContentCheckerItem.axe_run_only, *HINTS]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        *(rule for rule, _check in HINTS.values()),
    ]
    axe_custom_checks = [
        *ContentCheckerItem.axe_custom_checks,
        *(check for _rule, check in HINTS.values()),
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "claim-one-idea": {
            "error_name": "This claim may hold two ideas",
            "help_text": "A person can agree with one and not the other: two claims are clearer",
        },
        "link-says-nothing": {
            "error_name": "Link text says nothing",
            "help_text": "Say what is behind the link, as if it stood alone",
        },
    }


def use_our_content_checker(request, items, page):
    items[:] = [
        OurContentChecker(in_editor=item.in_editor)
        if isinstance(item, ContentCheckerItem)
        else item
        for item in items
    ]
