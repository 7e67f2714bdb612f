"""The demo's stakeholders: 400 made-up people of all sectors, who can be taken away."""

from django.core.management import call_command

from core.models import Sector
from stakeholders import voices
from stakeholders.models import ConsentRecord, SignUp, Stakeholder, Subscription
from tests.factories import make_stakeholder


def test_demo_has_400_stakeholders_of_all_sectors_in_all_states(demo):
    people = Stakeholder.objects.all()
    assert people.count() == 400
    assert set(people.values_list("sector", flat=True)) == set(Sector.values)
    assert people.pending().exists()
    assert people.left().exists()
    assert people.confirmed().exclude(paused_at=None).exists()
    assert all(person.address.rpartition("@")[2].startswith("example.") for person in people)
    assert all(numbers[0] for _, numbers in voices.public_table())


def test_everybody_wants_something_and_has_a_history(demo):
    follows = set(Subscription.objects.values_list("stakeholder", flat=True))
    for person in Stakeholder.objects.all():
        assert person.follows_all or person.pk in follows
    histories = ConsentRecord.objects.values_list("stakeholder", flat=True)
    assert len(set(histories)) == 400
    assert SignUp.objects.count() == Stakeholder.objects.pending().count()


def test_loading_again_makes_nobody_twice_and_keeps_what_they_changed(demo):
    first = Stakeholder.objects.first()
    Stakeholder.objects.filter(pk=first.pk).update(name="Changed")
    call_command("load_demo", verbosity=0)
    assert Stakeholder.objects.count() == 400
    assert Stakeholder.objects.get(pk=first.pk).name == "Changed"


def test_removing_takes_the_demo_s_people_and_nobody_else(demo):
    make_stakeholder("visitor@example.org")
    call_command("load_demo", "--remove", verbosity=0)
    assert Stakeholder.objects.get().address == "visitor@example.org"
