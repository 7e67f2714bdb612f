"""What the guide says is what editors see, and they are led to it where they need it."""

import html
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from discussion import decisions
from stakeholders.updates.kinds import news_of
from stakeholders.updates.telling import keep_quiet
from tests.editors.steps import submit
from tests.factories import block, make_blog, make_comment, make_proposal, make_stakeholder
from tests.proposals.forms import edit


def form(*kind, parent):
    return reverse("wagtailadmin_pages:add", args=[*kind, parent.pk])


@pytest.fixture
def screens(clients, people, home):
    """All that editors and publishers see while they follow the guide, as one text."""
    blog, live, waiting = make_blog(), make_proposal("Live"), make_proposal("Waits", live=False)
    submit(waiting, people["editor"])
    statement = live.published_statements.first()
    new, decided = (make_comment(statement, text, state="pending") for text in ("New.", "Decided."))
    decisions.approve(decided, people["moderator"])
    make_stakeholder(follows_all=True)
    opened, closing = news_of(live)
    soon = timezone.localdate() + timedelta(days=3)
    later = make_proposal("Later", opens=soon, closes=soon)
    keep_quiet(closing, people["policy"])
    new_proposal = form("proposals", "proposalpage", parent=live.get_parent())
    seen = {
        "editor": [
            reverse("wagtailadmin_home"),
            reverse("proposals:index"),
            reverse("wagtailadmin_explore", args=[home.pk]),
            reverse("wagtailadmin_pages:add_subpage", args=[blog.pk]),
            form("blog", "blogpage", parent=blog),
            form("blog", "meetingnotepage", parent=blog),
            new_proposal,
            reverse("wagtailimages_chooser:choose"),
            f"{reverse('wagtailadmin_choose_page')}?allow_external_link=true",
        ],
        "policy": [
            reverse("wagtailadmin_home"),
            form("blog", "blogpage", parent=blog),
            reverse("wagtailadmin_pages:edit", args=[waiting.pk]),
            reverse("wagtailadmin_pages:unpublish", args=[live.pk]),
            reverse("wagtailsnippets_discussion_officialresponse:add"),
            reverse("wagtailsnippets_proposals_standing:add"),
            reverse("wagtailsnippets_proposals_position:add"),
            *(reverse("tell", args=[news.kind.name, live.pk]) for news in (opened, closing)),
            reverse("updates_coming"),
            reverse("tell", args=["proposal-opened", later.pk]),
            reverse("stakeholders:index"),
            reverse("stakeholders:import"),
        ],
        "moderator": [
            reverse("comments:pending"),
            *(reverse("comments:comment", args=[comment.pk]) for comment in (new, decided)),
            reverse("comments:redact", args=[new.pk]),
        ],
        "anonymous": [reverse("account_login")],
    }
    answers = [clients[role].get(address) for role, every in seen.items() for address in every]
    answers.append(edit(clients["editor"], live, [block("benefit")], "submit"))
    assert {answer.status_code for answer in answers} == {200}
    return " ".join(map(words, answers))


def words(answer):
    """What stands in HTML, and in the JSON within it, in small letters."""
    source = html.unescape(answer.content.decode()).replace("\\u2019", "’")
    text = re.sub(r"</?[a-z][^>]*>", " ", source)
    return re.sub(r"\s+", " ", f"{text} {source}").casefold()


def test_what_the_guide_says_to_click_is_on_the_screen(guide, screens):
    labels = {" ".join("".join(label.itertext()).split()) for label in guide.iter("strong")}
    assert len(labels) > 60
    assert {label for label in labels if label.casefold() not in screens} == set()


def test_forms_lead_to_the_parts_of_the_guide_that_explain_them(guide, screens):
    linked = set(re.findall(rf"{reverse('guide')}#([a-z-]+)", screens))
    assert linked == {
        "publish-a-post",
        "publish-a-meeting-note",
        "publish-a-proposal",
        "what-a-good-statement-is",
    }
    assert linked <= {heading.get("id") for heading in guide.iter("h2")}


def test_forms_write_dates_as_people_here_do(clients):
    page = clients["editor"].get(form("blog", "blogpage", parent=make_blog()))
    assert f'value="{timezone.localdate():%d/%m/%Y}"' in page.content.decode()
