"""What the demo's stakeholders were told: nobody gets a mail of it."""

from django.core.management import call_command

from mailing.models import Delivery
from stakeholders.models import Untold, Update


def test_demo_has_told_updates_of_several_kinds_and_mails_nobody(demo):
    call_command("load_demo", verbosity=0)
    told = Update.objects.told()
    assert told.count() == 6
    assert len(set(told.values_list("kind", flat=True))) == 4
    call_command("tell_subscribers", verbosity=0)
    assert Update.objects.told().count() == 6
    assert not Untold.objects.exists()
    assert not Delivery.objects.exists()
    call_command("load_demo", "--remove", verbosity=0)
    assert not Update.objects.exists()
