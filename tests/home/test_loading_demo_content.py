"""The demo content on a site that has none: what must be empty before is in this module."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from core.models import Footer
from discussion.models import Spokesperson
from home.demo.record import remember
from home.demo.speakers import make_speakers
from home.models import HomePage
from tests.factories import make_organisation, make_proposal
from tests.home.rows import counts


def test_removal_leaves_a_new_site(home):
    before = counts()
    call_command("load_demo", verbosity=0)
    call_command("load_demo", "--remove", verbosity=0)
    assert counts() == before
    home = HomePage.objects.get()
    assert home.title == "Welcome"
    assert not Footer.objects.filter(links__isnull=False).exists()


def test_demo_is_not_loaded_over_content(home):
    make_proposal()
    before = counts()
    out = StringIO()
    call_command("load_demo", "--if-empty", verbosity=0, stdout=out)
    assert "nothing loaded" in out.getvalue()
    assert counts() == before


@pytest.mark.parametrize("more", [[], ["--if-empty"]])
def test_dry_run_without_removal_is_refused_and_loads_nothing(home, more):
    before = counts()
    with pytest.raises(CommandError, match="--dry-run goes with --remove"):
        call_command("load_demo", "--dry-run", *more, verbosity=0)
    assert counts() == before


def test_accounts_of_the_demo_speak_for_both_partners(db, django_user_model):
    organisations = {
        "central-policy-office": make_organisation("Central Policy Office", "central_government"),
        "open-records-trust": make_organisation("Open Records Trust"),
    }
    make_speakers(organisations)
    assert not Spokesperson.objects.exists()
    policy = remember("account/policy", django_user_model.objects.create_user("policy"))
    make_speakers(organisations)
    make_speakers(organisations)
    speaker = Spokesperson.objects.get()
    assert (speaker.user, speaker.organisation.name) == (policy, "Central Policy Office")
