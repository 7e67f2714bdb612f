"""Signing up: one mail, one page, one button; before that, nobody takes part."""

import pytest
from django.db import OperationalError
from django.urls import reverse

from mailing.models import Delivery, Notification
from stakeholders.models import ConsentRecord, SignUp, Stakeholder
from tests.factories import make_post, make_proposal, make_stakeholder


def mails_to(address):
    return Delivery.objects.filter(address__iexact=address)


def kinds():
    return list(Delivery.objects.order_by("pk").values_list("notification__kind", flat=True))


def test_nobody_takes_part_before_confirming(visitor):
    response = visitor.send()
    assert response["Location"] == reverse("stakeholder_sent")
    person = Stakeholder.objects.get()
    assert person.confirmed_at is None
    assert not person.wants_updates
    assert kinds() == ["stakeholder-confirm"]


def test_nothing_is_ticked_unasked(visitor):
    form = visitor.client.get(visitor.address).context["form"]
    assert not [field.name for field in form if field.value()]


def test_link_from_a_proposal_ticks_that_proposal_alone(visitor):
    proposal = make_proposal("Linking")
    make_proposal("Another")
    form = visitor.client.get(visitor.address, {"page": proposal.pk}).context["form"]
    assert {field.name: field.value() for field in form if field.value()} == {
        "pages": [proposal.pk]
    }
    assert str(form["pages"]).count("checked") == 1


def test_proposal_links_to_the_form_with_itself_named(client, home):
    proposal = make_proposal()
    page = client.get(proposal.url)
    assert f"/stakeholders/sign-up/?page={proposal.pk}" in page.content.decode()
    assert not page.cookies


def test_call_in_a_page_s_body_leads_to_the_form(client, home):
    call = {"title": "Follow along", "text": "One mail a week."}
    post = make_post(body=[{"type": "sign_up_call", "value": call}])
    page = client.get(post.url).content.decode()
    assert "Follow along" in page
    assert 'class="button" href="/stakeholders/sign-up/"' in page


def test_every_footer_leads_to_the_form(client, home):
    assert 'href="/stakeholders/sign-up/"' in client.get("/").content.decode()


def test_confirming_takes_what_was_chosen(visitor, strand):
    proposal = make_proposal()
    visitor.sign_up(name="Bo", organisation="Trust", pages=[proposal.pk], wants_invitations="on")
    person = Stakeholder.objects.get()
    assert person.is_confirmed
    assert (person.name, person.organisation, person.sector) == ("Bo", "Trust", "academia")
    assert (person.frequency, person.wants_updates, person.wants_invitations) == (
        "daily",
        True,
        True,
    )
    assert {(row.strand_id, row.page_id) for row in person.subscriptions.all()} == {
        (strand.pk, None),
        (None, proposal.pk),
    }


def test_history_holds_the_exact_words_and_where_they_were_agreed_to(visitor, strand):
    visitor.send(query="?page=1")
    [entry] = ConsentRecord.objects.all()
    assert entry.action == "signed_up"
    assert entry.wording == (
        f"Tell me by e-mail what is new. About: {strand.title}. How often: once a day, all in one."
    )
    assert entry.source == "/stakeholders/sign-up/?page=1"


def test_mail_to_an_unproven_address_holds_nothing_that_was_typed(visitor):
    visitor.send(name="Mallory", organisation="Buy my things")
    mail = Notification.objects.get()
    for typed in ("Mallory", "Buy my things"):
        assert typed not in mail.subject + mail.text + mail.html


def test_answer_is_the_same_for_known_and_unknown_addresses(visitor):
    make_stakeholder("known@example.org")
    answers = [
        visitor.client.post(visitor.address, visitor.fill(email=address), follow=True)
        for address in ("known@example.org", "new@example.org")
    ]
    assert answers[0].content == answers[1].content
    assert answers[0].redirect_chain == answers[1].redirect_chain


def test_known_address_is_told_so_and_nothing_of_it_changes(visitor):
    make_stakeholder("bo@example.org", name="Bo", sector="business")
    visitor.send(name="Mallory")
    person = Stakeholder.objects.get()
    assert (person.name, person.sector) == ("Bo", "business")
    assert kinds() == ["stakeholder-known"]
    assert not ConsentRecord.objects.exists()


def test_known_and_unknown_addresses_cost_about_the_same(visitor, django_assert_max_num_queries):
    make_stakeholder("known@example.org")
    counts = []
    for address in ("first@example.org", "known@example.org", "new@example.org"):
        with django_assert_max_num_queries(30) as asked:
            visitor.send(email=address)
        counts.append(len(asked))
    assert abs(counts[1] - counts[2]) <= 2


def test_one_address_in_two_ways_is_one_person(visitor):
    visitor.send(email="Bo@Example.org")
    visitor.send(email="bo@example.org")
    assert Stakeholder.objects.count() == 1
    assert kinds() == ["stakeholder-confirm"] * 2


def test_each_link_confirms_what_was_chosen_with_it(visitor):
    visitor.send(frequency="weekly")
    mail = Delivery.objects.get()
    visitor.send(frequency="at_once", name="Mallory")
    visitor.press(mail.personal["confirm_url"].removeprefix("http://localhost"))
    person = Stakeholder.objects.get()
    assert (person.frequency, person.name) == ("weekly", "")


def test_who_left_may_come_back(visitor, client):
    visitor.sign_up()
    client.post(reverse("stakeholder_step", args=["leave"]))
    assert Stakeholder.objects.get().state == "left"
    visitor.sign_up(frequency="weekly")
    person = Stakeholder.objects.get()
    assert person.is_confirmed
    assert person.frequency == "weekly"


def test_form_kept_when_the_database_is_away(visitor, monkeypatch):
    def full(*args, **kwargs):
        raise OperationalError("disk full")

    monkeypatch.setattr(SignUp, "save", full)
    response = visitor.send(name="Bo Marsh")
    assert response.status_code == 503
    page = response.content.decode()
    assert "Bo Marsh" in page
    assert "You could not be signed up just now" in page
    assert not Stakeholder.objects.exists()


def test_mail_server_that_is_away_costs_no_sign_up(visitor, settings):
    settings.MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    assert visitor.send().status_code == 302
    assert Delivery.objects.get().state == "queued"


def test_form_is_kept_by_nobody(visitor):
    response = visitor.client.get(visitor.address)
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("follower", [False, True])
def test_queries_do_not_grow_with_the_proposals(visitor, django_assert_max_num_queries, follower):
    for number in range(6 * follower):
        make_proposal(f"Proposal {number}")
    with django_assert_max_num_queries(8):
        visitor.client.get(visitor.address)


def test_somebody_who_wants_no_mail_can_sign_up_to_be_counted(visitor):
    wanted = {"wants_updates": None, "strands": [], "frequency": None, "wants_nothing": "on"}
    visitor.sign_up(**wanted)
    person = Stakeholder.objects.get()
    assert person.is_confirmed
    assert not person.wants_updates
    assert not person.wants_invitations
    assert ConsentRecord.objects.filter(wording="Send me nothing.").exists()
    form = visitor.client.get(reverse("stakeholder_preferences")).context["form"]
    assert form["wants_nothing"].value()
