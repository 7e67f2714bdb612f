"""A list out of a file: all of it or nothing, and nobody against their will."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mailing.models import Delivery
from stakeholders import lifecycle
from stakeholders.importing import take
from stakeholders.list_file import BadFile, read
from stakeholders.models import ConsentRecord, Stakeholder
from tests.factories import make_stakeholder, make_strand

HEAD = "address,name,organisation,sector,strands,frequency,invitations,consent\n"
GOOD = "bo@example.org,Bo,Trust,academia,research,daily,yes,Workshop of 3 May\n"


@pytest.fixture(autouse=True)
def strand(home):
    return make_strand()


def bring(text, **options):
    return take(read((HEAD + text).encode()), "list.csv", **options)


def test_who_agreed_elsewhere_takes_part_at_once(strand):
    assert bring(GOOD) == ({"added": 1}, [])
    person = Stakeholder.objects.confirmed().get()
    assert (person.name, person.sector, person.frequency) == ("Bo", "academia", "daily")
    assert [row.strand for row in person.subscriptions.all()] == [strand]
    entry = person.consents.get()
    assert (entry.action, entry.actor, entry.source) == ("imported", "editor", "list.csv")
    assert entry.wording.endswith("Basis: Workshop of 3 May")
    assert not Delivery.objects.exists()


def test_who_comes_without_a_basis_is_asked_first():
    outcomes, _ = bring("bo@example.org,,,academia,all,,,\n")
    assert outcomes == {"asked by mail to confirm": 1}
    assert Stakeholder.objects.pending().exists()
    assert Delivery.objects.get().notification.kind == "stakeholder-confirm"


def test_nobody_is_brought_back_who_left():
    lifecycle.leave(make_stakeholder("bo@example.org"), "test")
    assert bring(GOOD) == ({"left before: not touched": 1}, [])
    assert not Stakeholder.objects.confirmed().exists()


def test_nobody_is_brought_back_who_was_erased():
    lifecycle.erase(make_stakeholder("bo@example.org"))
    assert bring(GOOD) == ({"left before: not touched": 1}, [])


def test_who_takes_part_already_is_not_touched():
    make_stakeholder("BO@example.org", name="As it was")
    assert bring(GOOD) == ({"known already: not touched": 1}, [])
    assert Stakeholder.objects.get().name == "As it was"


def test_address_that_stands_twice_is_taken_once():
    outcomes, _ = bring(GOOD + GOOD.replace("bo@", "BO@"))
    assert outcomes == {"added": 1, "known already: not touched": 1}


def test_dry_run_says_the_same_and_does_nothing():
    text = GOOD + "cy@example.org,,,academia,all,,,\n"
    said = bring(text, dry_run=True)
    assert not Stakeholder.objects.exists()
    assert not Delivery.objects.exists()
    assert bring(text) == said


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("bo,,,academia,all,,,x", "no e-mail address"),
        (",,,academia,all,,,x", "no e-mail address"),
        ("bo@example.org,,,martians,all,,,x", "no sector “martians”"),
        ("bo@example.org,,,,all,,,x", "no sector"),
        ("bo@example.org,,,academia,nothing,,,x", "no strand “nothing”"),
        ("bo@example.org,,,academia,all,hourly,,x", "no frequency “hourly”"),
        ("bo@example.org,,,academia,all,,maybe,x", "yes or no"),
        ("bo@example.org,,,academia,,,no,x", "Nothing is wanted"),
        (f"bo@example.org,{'a' * 101},,academia,all,,,x", "At most 100 characters"),
    ],
)
def test_row_that_can_not_be_taken_is_named_and_nothing_is_taken(row, words):
    _, [(number, said)] = bring(GOOD + row + "\n")
    assert number == 3
    assert words in said
    assert not Stakeholder.objects.exists()


def test_name_exported_as_text_comes_back_as_it_was():
    bring("bo@example.org,'=1+1,'Quoted,academia,all,,,x\n")
    person = Stakeholder.objects.get()
    assert (person.name, person.organisation) == ("=1+1", "'Quoted")


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"name\nBo\n", b"address,colour\n", b'address\n"bo', b"a" * 200_000],
)
def test_file_that_is_no_list_is_said(content):
    with pytest.raises(BadFile):
        read(content)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(b"\x00")
@example(b"\xed\xa0\x80")
@given(st.binary(max_size=300))
def test_no_bytes_are_an_error_of_ours(content):
    try:
        rows = read(HEAD.encode() + content)
    except BadFile:
        return
    outcomes, mistakes = take(rows, "list.csv", dry_run=True)
    assert sum(outcomes.values()) + len(mistakes) == len(rows)


@pytest.mark.parametrize("button", ["check", "import"])
def test_page_checks_or_imports_by_the_button_pressed(editor_client, button):
    file = SimpleUploadedFile("list.csv", (HEAD + GOOD).encode())
    response = editor_client.post(reverse("stakeholders:import"), {"file": file, "button": button})
    assert "1: added" in response.content.decode()
    assert Stakeholder.objects.exists() == (button == "import")
    assert ConsentRecord.objects.exists() == (button == "import")


def test_page_names_the_rows_to_be_mended(editor_client):
    file = SimpleUploadedFile("list.csv", (HEAD + "bo,,,academia,all,,,x\n").encode())
    page = editor_client.post(reverse("stakeholders:import"), {"file": file, "button": "import"})
    assert "Row 2: This is no e-mail address." in page.content.decode()


def test_page_says_that_a_file_is_no_list(editor_client):
    file = SimpleUploadedFile("list.csv", b"\xff\xfe\x00")
    page = editor_client.post(reverse("stakeholders:import"), {"file": file, "button": "import"})
    assert "no CSV file in UTF-8" in page.content.decode()
