"""What is asked twice at the same moment happens once."""

from stakeholders import signing_up
from stakeholders.choices import NOTHING
from stakeholders.models import ConsentRecord, SignUp, Stakeholder

CHOICES = NOTHING | {"wants_invitations": True, "sector": "academia"}


def test_one_address_in_two_ways_is_one_person(in_threads):
    addresses = ("bo@example.org", "BO@example.org", "Bo@Example.Org")
    in_threads(
        *(lambda to=address: signing_up.sign_up(to, CHOICES, "test") for address in addresses)
    )
    assert Stakeholder.objects.count() == 1
    assert SignUp.objects.count() == 3


def test_link_pressed_many_times_confirms_once(in_threads):
    person = signing_up.sign_up("bo@example.org", CHOICES, "test")
    asked = person.sign_ups.get()
    found = in_threads(*[lambda: signing_up.confirm(asked)] * 6)
    assert [each for each in found if each] == [person]
    assert ConsentRecord.objects.filter(action="confirmed").count() == 1


def test_bomb_of_sign_ups_mails_one_address_three_times(in_threads):
    in_threads(*[lambda: signing_up.sign_up("bo@example.org", CHOICES, "test")] * 8)
    assert SignUp.objects.count() == 3
