"""The scorer tells what is likely fine from what is likely spam, and says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.models import PublicComment
from discussion.spam import HOLD_FROM, score, signs


def scored(text, seconds=60, times_sent=0, **fields):
    return score(PublicComment(comment=text, **fields), times_sent, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "I agree.",
        "See https://example.org/report for the figures on debt and loans.",
        "NO.",
        "The HMRC, DWP and DfE data should be shared only with consent, as GDPR and the DPA say.",
    ],
)
def test_what_people_write_passes(text):
    assert scored(text).points == 0


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("https://spam.example.org/", "Nothing but links"),
        ("look www.a.org", "Nothing but links"),
        ("here is a list https://a.org http://b.org www.c.org", "3 links"),
        ("The BEST PRICE for you at our Casino", "Words: best price, casino"),
        ("THIS IS AN OUTRAGE AND NOBODY SHOULD STAND FOR IT ANY LONGER", "Mostly capitals"),
    ],
)
def test_each_sign_is_named_for_moderators(text, sign):
    assert sign in scored(text).signs
    assert scored(text).points > 0


def test_form_sent_at_once_is_a_sign():
    assert scored("Words.", seconds=2.9).signs == ["Sent within 3 seconds"]
    assert scored("Words.", seconds=3).signs == []


def test_same_text_before_is_a_sign():
    assert scored("A bill.", times_sent=1).signs == ["The same text was sent once before"]
    assert scored("A bill.", times_sent=2).signs == ["The same text was sent 2 times before"]
    assert scored("A bill.", times_sent=1).points >= HOLD_FROM


def test_several_signs_hold_a_comment():
    assert scored("casino https://a.org http://b.org www.c.org").points >= HOLD_FROM


def test_list_of_words_is_a_file_of_ones_own(settings, tmp_path):
    settings.SPAM_WORDS_FILE = str(tmp_path / "words.txt")
    (tmp_path / "words.txt").write_text("# ours\nTwo Words # remark\n\n", "utf-8")
    assert scored("with two words in it").signs == ["Words: two words"]
    assert scored("casino").signs == []


def test_empty_list_finds_nothing(tmp_path):
    (tmp_path / "none.txt").touch()
    assert not signs.words_in(str(tmp_path / "none.txt")).search("anything")


@given(st.text(max_size=300))
def test_no_text_is_an_error(text):
    assert scored(text, user_name=text).points >= 0


def test_score_and_signs_are_kept_with_the_comment(reader, comments):
    reader.send(comment="https://spam.example.org/")
    comment = comments.get()
    assert comment.spam_score == 6
    assert "Nothing but links" in comment.spam_signs
