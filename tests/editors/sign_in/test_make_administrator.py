"""A command makes the first administrator."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from .conftest import PASSWORD

NEW = ("kim", "kim@example.org")


@pytest.fixture
def make(db, monkeypatch):
    def call(*arguments, password=PASSWORD, stdin=io.StringIO):
        monkeypatch.setattr("sys.stdin", stdin(f"{password}\nmore\n"))
        out = io.StringIO()
        call_command("make_administrator", *arguments, stdout=out)
        return out.getvalue()

    return call


def test_administrator_can_do_everything_and_is_told_where_to_go_on(make):
    said = make(*NEW)
    kim = get_user_model().objects.get()
    assert (kim.username, kim.email, kim.is_superuser) == ("kim", "kim@example.org", True)
    assert kim.check_password("a-long-enough-password")
    assert "http://localhost/account/security/" in said
    assert "a-long-enough-password" not in said


def test_second_time_is_refused_in_words_and_changes_nothing(make):
    make(*NEW)
    with pytest.raises(CommandError, match="already exists"):
        make("kim", "other@example.org", password="another-long-password")
    kim = get_user_model().objects.get()
    assert kim.email == "kim@example.org"
    assert kim.check_password("a-long-enough-password")


@pytest.mark.parametrize(
    ("name", "email", "password"),
    [
        ("", "kim@example.org", "a-long-enough-password"),
        ("k m", "kim@example.org", "a-long-enough-password"),
        ("k" * 151, "kim@example.org", "a-long-enough-password"),
        ("k\x00m", "kim@example.org", "a-long-enough-password"),
        ("k\ud800m", "kim@example.org", "a-long-enough-password"),
        ("kim", "", "a-long-enough-password"),
        ("kim", "kim", "a-long-enough-password"),
        ("kim", "kim@example.org", ""),
        ("kim", "kim@example.org", "short"),
        ("kim", "kim@example.org", "password123"),
        ("kimberley", "kim@example.org", "kimberley"),
    ],
)
def test_what_will_not_do_is_refused_in_words(make, name, email, password):
    with pytest.raises(CommandError, match=r"Nothing was made\. .*\."):
        make(name, email, password=password)
    assert not get_user_model().objects.exists()


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def terminal(make, monkeypatch):
    """Somebody at a terminal, who types these passwords, unseen."""

    def call(*typed):
        answers = iter(typed)
        monkeypatch.setattr(
            "editors.management.commands.make_administrator.getpass", lambda prompt: next(answers)
        )
        return make(*NEW, stdin=Terminal)

    return call


def test_at_a_terminal_the_password_is_asked_for_twice(terminal):
    terminal("a-long-enough-password", "a-long-enough-password")
    assert get_user_model().objects.get().check_password("a-long-enough-password")


def test_two_passwords_that_differ_are_refused(terminal):
    with pytest.raises(CommandError, match="differ"):
        terminal("a-long-enough-password", "another-long-password")
    assert not get_user_model().objects.exists()
