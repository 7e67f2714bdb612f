"""Whatever is sent gets a clear answer, never an error, and nobody's text is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from discussion.fields import LONGEST_COMMENT

TEXT = "Please publish the list *before* the second round."
FORM = "application/x-www-form-urlencoded"


def shows_again(response, message):
    """Whether the form is there again with its text, and this message above."""
    page = response.content.decode()
    return response.status_code in {200, 400} and TEXT in page and message in page


@pytest.mark.parametrize(
    ("field", "forged"),
    [
        ("timestamp", "9" * 400),
        ("timestamp", "9" * 5000),
        ("timestamp", "-1"),
        ("timestamp", "yesterday"),
        ("timestamp", "\x00"),
        ("timestamp", ""),
        ("security_hash", "0" * 40),
        ("security_hash", ""),
        ("object_pk", "9" * 40),
        ("object_pk", "1\x00"),
        ("content_type", "auth.user"),
        ("content_type", "no.such\x00thing"),
        ("form_id", "not-ours"),
        ("form_id", "11111111111111111111111111111111:forged"),
        ("form_id", "\x00:\x00"),
        ("reply_to", "not-a-uuid"),
        ("reply_to", "11111111-1111-1111-1111-111111111111\x00"),
    ],
)
def test_forged_hidden_field_costs_nobody_a_text(reader, comments, field, forged):
    assert shows_again(reader.send(**{field: forged}), "Your text is still here")
    assert not comments.exists()


def test_form_shown_again_can_be_sent_as_it_is(reader, comments):
    again = reader.send(timestamp="9" * 400)
    reader.client.post(reader.address, reader.read(again))
    assert comments.get().comment == TEXT


def test_slow_writer_loses_nothing(reader, comments, at, settings):
    form = reader.fill()
    at(settings.COMMENTS_TIMEOUT + 60)
    again = reader.client.post(reader.address, form)
    assert shows_again(again, "This form was open for very long")
    reader.client.post(reader.address, reader.read(again))
    assert comments.count() == 1


def test_filled_trap_is_said_and_emptied(reader, comments):
    again = reader.send(website="https://spam.example.org")
    assert shows_again(again, "A field was filled in that people don’t see")
    assert "spam.example.org" not in again.content.decode()
    assert not comments.exists()
    reader.client.post(reader.address, reader.read(again))
    assert comments.count() == 1


@pytest.mark.parametrize("sign", ["\x00", "\u202e", "\u2066", "\x1b", "\ufeff"])
def test_unwanted_signs_are_left_out_of_all_that_is_kept(reader, comments, sign):
    reader.send(comment=f"a{sign}b", name=f"c{sign}d", organisation=f"e{sign}f")
    comment = comments.get()
    assert (comment.comment, comment.user_name, comment.organisation) == ("ab", "cd", "ef")


def test_half_a_surrogate_pair_is_no_error(reader, comments):
    body = "&".join(f"{name}={value}" for name, value in reader.fill(comment="%ED%A0%80x").items())
    reader.client.post(reader.address, body, content_type=FORM)
    assert comments.get().comment.endswith("x")


def test_name_can_not_add_a_line_to_a_mail(reader, comments):
    reader.send(name="Bo\r\nBcc: everybody@example.org")
    assert comments.get().user_name == "Bo Bcc: everybody@example.org"


@pytest.mark.parametrize(
    "typed",
    [
        "bo@example.org\r\nBcc: x@example.org",
        "bo",
        "bo@",
        "b\x00o@example.org",
        '"b\x01o"@example.org',
        "bo@exam\u2028ple.org",
        "",
    ],
)
def test_what_is_no_address_is_said_beside_the_field(reader, comments, typed):
    response = reader.send(email=typed)
    assert shows_again(response, "id_email_error")
    assert not comments.exists()


def test_fault_in_an_address_is_said_once_beside_the_field(reader):
    field = reader.send(email="bo").context["form"]["email"]
    assert field.errors == ["This is no e-mail address. Write it like name@example.org."]


@pytest.mark.parametrize("text", ["", "  \n ", "\x00\u202e", "\u200b", "> -"])
def test_empty_comment_is_said(reader, text):
    assert "Write your comment here." in reader.send(comment=text).content.decode()


def test_text_of_the_full_length_is_taken_whatever_ends_its_lines(reader, comments):
    text = "a\r\n" * (LONGEST_COMMENT // 2)
    reader.send(comment=text)
    assert len(comments.get().comment) == LONGEST_COMMENT - 1


@pytest.mark.parametrize("length", [LONGEST_COMMENT + 1, 5 * 1024 * 1024])
def test_text_that_is_too_long_is_counted_and_kept(reader, comments, length):
    page = reader.send(comment="a" * length).content.decode()
    assert f"This has {length:,} characters. At most 5,000 fit" in page
    assert "a" * length in page
    assert not comments.exists()


def test_body_beyond_all_bounds_is_refused(reader, settings):
    typed = reader.fill(comment="a" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    body = "&".join(f"{name}={value}" for name, value in typed.items())
    assert reader.client.post(reader.address, body, content_type=FORM).status_code == 400


@pytest.mark.parametrize("bomb", [">" * 4000 + " words", "- " * 200 + "words"])
def test_quotes_too_deep_to_be_shown_are_said(reader, comments, bomb):
    page = reader.send(comment=bomb).content.decode()
    assert "lie too deep in each other" in page
    assert not comments.exists()


def test_brackets_and_stars_without_end_are_text(reader, comments):
    reader.send(comment="[" * 2000 + "*" * 2000 + "![](" * 200)
    assert comments.count() == 1


def test_link_that_runs_something_is_no_link(reader):
    page = reader.send(comment="[x](javascript:alert(1))", preview="1").content.decode()
    assert 'href="javascript' not in page


def test_typed_html_stays_text(reader):
    text = "</textarea><script>alert(1)</script>"
    assert "<script>" not in reader.send(comment=text, name="").content.decode()


@pytest.mark.parametrize(
    "key",
    [
        "page-0",
        "page-999999999999999999",
        f"page-{'9' * 40}",
        "page-1x",
        "statement-1",
        "page-٣",
        "nothing",
    ],
)
def test_unknown_place_is_not_found_and_the_text_can_be_copied(home, client, key):
    address = reverse("comment_write", args=[key])
    assert client.get(address).status_code == 404
    response = client.post(address, {"comment": TEXT})
    assert response.status_code == 404
    assert TEXT in response.content.decode()


def test_form_of_another_page_does_not_write_there(reader, comments, post):
    reader.send(object_pk="1")
    reader.send(content_type="wagtailcore.page")
    assert not comments.exists()


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_refused(reader, method):
    assert getattr(reader.client, method)(reader.address).status_code == 405


def test_forged_cross_site_post_is_refused_and_the_text_can_be_copied(reader, comments):
    form = reader.fill()
    response = Client(enforce_csrf_checks=True).post(reader.address, form)
    assert response.status_code == 403
    assert TEXT in response.content.decode()
    assert not comments.exists()


def test_reading_the_form_changes_nothing(reader, comments):
    reader.client.get(reader.address, reader.fill())
    reader.client.head(reader.address)
    assert not comments.exists()
