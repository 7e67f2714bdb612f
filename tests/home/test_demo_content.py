"""The demo content: loaded once, marked, and taken away again without a trace."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from wagtail.models import Page

from blog.models import BlogPage, MeetingNotePage
from core.models import Strand
from home.demo.accounts import ACCOUNTS
from process.models import ProcessPage
from proposals.kinds import NEEDED
from proposals.models import ProposalPage
from tests.factories import make_post
from tests.home.rows import counts


def load_demo(*arguments):
    out = StringIO()
    call_command("load_demo", *arguments, stdout=out, verbosity=0)
    return out.getvalue()


def test_demo_is_as_rich_as_promised(demo):
    assert Strand.objects.count() == 3
    proposals = [page for page in ProposalPage.objects.live() if not page.outcome]
    assert len(proposals) == 3
    for page in proposals:
        assert len(page.reading.statements) >= 14
        assert page.reading.unmet_risks
        assert all(page.reading.of_kind(kind) for kind in NEEDED)
    assert BlogPage.objects.live().count() >= 15
    assert MeetingNotePage.objects.live().count() >= 6
    assert len(ProcessPage.objects.get().phases) == 5
    assert ProcessPage.objects.get().current_phase


def test_no_link_of_the_demo_leads_nowhere(demo, client):
    for page in Page.objects.live().filter(depth__gt=1):
        text = client.get(page.url).content.decode()
        assert "page:" not in text, page.title
        assert "<a>" not in text, page.title


def test_meeting_notes_point_to_published_statements(demo):
    pointing = [note for note in MeetingNotePage.objects.all() if note.statements_discussed]
    assert len(pointing) >= 5


def test_loading_again_changes_nothing(demo):
    before = counts()
    strand = Strand.objects.first()
    strand.summary = "Changed by an editor."
    strand.save()
    load_demo()
    assert counts() == before
    strand.refresh_from_db()
    assert strand.summary == "Changed by an editor."


def test_what_was_deleted_comes_back(demo):
    before = counts()
    BlogPage.objects.filter(public_comments=None).first().delete()
    load_demo()
    assert counts() == before


def test_removal_spares_what_an_editor_put_below_a_page_of_the_demo(demo):
    make_post("An editor's own")
    before = counts()
    with pytest.raises(CommandError, match="An editor's own"):
        load_demo("--remove")
    assert counts() == before


def test_dry_run_removes_nothing(demo):
    before = counts()
    assert "would be removed" in load_demo("--remove", "--dry-run")
    assert counts() == before


def test_demo_content_has_no_broken_link(demo):
    call_command("check_links", verbosity=0)


def test_known_password_is_for_development_alone(demo, settings):
    assert not get_user_model().objects.exists()
    settings.DEBUG = True
    said = load_demo()
    for name, group in ACCOUNTS.items():
        assert f"{name}, password {name}-demo" in said
        person = get_user_model().objects.get(username=name)
        assert person.check_password(f"{name}-demo")
        assert person.is_superuser == (group is None)
        assert list(person.groups.values_list("name", flat=True)) == [group] * bool(group)
    load_demo("--remove")
    assert not get_user_model().objects.exists()
