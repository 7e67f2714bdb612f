"""Anyone may comment, in their own name: what each role may say it is, and what waits for whom."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from discussion import links
from discussion.models import Spokesperson, State
from discussion.posting import fingerprint
from mailing.models import Delivery
from tests.factories import make_comment, make_organisation

TEXT = "Please publish the list *before* the second round."


@pytest.fixture
def account(django_user_model, client):
    """`account("role", ...)` signs somebody in: with a group, or as a spokesperson."""

    def sign_in(role, **fields):
        user = django_user_model.objects.create_user(
            "sam", password="secret", first_name="Sam", last_name="Okafor", **fields
        )
        if role == "spokesperson":
            Spokesperson.objects.create(user=user, organisation=make_organisation("The Trust"))
        elif role == "administrator":
            user.is_superuser = user.is_staff = True
            user.save()
        elif role != "nobody":
            user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return user

    return sign_in


OTHERS = ["nobody", "Editors", "Moderators", "administrator"]


def test_guest_needs_no_account(reader, comments):
    assert reader.send().status_code == 302
    assert not comments.get().is_official
    assert comments.get().user is None


@pytest.mark.parametrize("role", OTHERS)
def test_who_is_signed_in_writes_under_no_other_name(reader, comments, account, role):
    user = account(role, email="sam@example.org")
    reader.send(name="The Minister", email="minister@example.org")
    comment = comments.get()
    assert (comment.user_name, comment.user_email) == ("Sam Okafor", "sam@example.org")
    assert comment.user == user


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_but_spokespeople_is_official(reader, comments, account, role):
    account(role, email="sam@example.org")
    reader.send(is_official="on", organisation="The Cabinet")
    comment = comments.get()
    assert not comment.is_official
    assert comment.state == State.UNCONFIRMED


def test_account_without_an_address_is_asked_for_one(reader, comments, account):
    account("nobody")
    reader.send()
    assert comments.get().user_email == "bo@example.org"
    assert comments.get().user_name == "Sam Okafor"


def test_spokesperson_writes_officially_for_the_organisation(reader, comments, account):
    user = account("spokesperson", email="sam@example.org")
    response = reader.send(name="Somebody", organisation="Elsewhere", email="x@example.org")
    comment = comments.get()
    assert comment.is_official
    assert (comment.user_name, comment.organisation) == ("Sam Okafor", "The Trust")
    assert comment.sector == "civil_society"
    assert comment.user == user
    assert comment.user_email == ""
    assert response["Location"] == links.mine_url(comment)


def test_official_comment_needs_no_mail_but_a_moderator(reader, comments, account):
    account("spokesperson")
    reader.send()
    assert comments.get().state == State.PENDING
    assert comments.get().confirmed_at
    assert not Delivery.objects.exists()


def test_official_form_asks_for_the_text_alone(reader, account):
    account("spokesperson")
    form = reader.client.get(reader.address).context["form"]
    assert [field.name for field in form.typed_fields] == ["comment"]


def test_official_comment_sent_again_by_its_spokesperson_leads_to_the_same_link(
    reader, comments, account
):
    account("spokesperson", email="sam@example.org")
    links_given = {reader.send()["Location"] for _ in range(2)}
    assert links_given == {links.mine_url(comments.get())}


def test_official_comment_sent_again_by_a_guest_gives_no_link(reader, comments, account):
    account("spokesperson", email="sam@example.org")
    reader.send()
    official = comments.get()
    reader.client.logout()
    response = reader.send(email="sam@example.org")
    assert response["Location"] == reverse("comment_sent", args=[official.place])
    assert comments.exclude(pk=official.pk).get().state == State.UNCONFIRMED


def test_row_of_an_official_comment_leads_nobody_but_its_spokesperson_on(reader, comments, post):
    """Whichever row is found for what was sent: here, one whose account is gone."""
    same = fingerprint(make_comment(post, TEXT, user_email="sam@example.org"))
    comments.update(is_official=True, fingerprint=same)
    response = reader.send(email="sam@example.org")
    assert response["Location"] == reverse("comment_sent", args=[comments.get().place])


def test_comment_of_a_guest_does_not_keep_an_official_one_from_being_taken(
    reader, comments, account
):
    reader.send(email="sam@example.org")
    account("spokesperson", email="sam@example.org")
    reader.send()
    assert [comment.is_official for comment in comments] == [False, True]
