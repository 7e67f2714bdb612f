"""What people write comes out as safe HTML, and nothing of it is lost or turned around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import clean_line, clean_text
from discussion.text import is_too_deep, says_nothing, to_html


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("One line\nand another", "<p>One line<br>\nand another</p>"),
        ("> asked", "<blockquote>\n<p>asked</p>\n</blockquote>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("*so* **very**", "<p><em>so</em> <strong>very</strong></p>"),
        ("# no heading", "<p># no heading</p>"),
        ("<b>no tag</b>", "<p>&lt;b&gt;no tag&lt;/b&gt;</p>"),
        ("![no](https://a.org/image.png)", '<p>!<a href="https://a.org/image.png"'),
    ],
)
def test_a_small_part_of_markdown_is_understood(typed, shown):
    assert to_html(typed).strip().startswith(shown)


def test_links_are_not_vouched_for():
    assert 'rel="nofollow ugc noopener"' in to_html("[a](https://example.org/)")
    assert 'href="https://example.org/"' in to_html("see https://example.org/")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"]
)
def test_a_link_that_runs_something_is_no_link(address):
    assert "href" not in to_html(f"[x]({address}) <{address}>")


@pytest.mark.parametrize("unwanted", ["\x00", "\u202e", "\u2067", "\ud800", "\x1b", "\ufeff"])
def test_unwanted_signs_are_left_out(unwanted):
    assert clean_text(f"a{unwanted}b") == "ab"
    assert clean_line(f" a{unwanted} \n b") == "a b"


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\u00ad", "\u3164", "\u2800", "\u0301", "\n"])
def test_text_of_which_nothing_is_seen_is_empty(sign):
    assert clean_text(f" {sign}{sign} ") == ""
    assert clean_line(sign) == ""


@pytest.mark.parametrize("typed", ["*", "-", "> ", "- *\n- *", "1."])
def test_marks_alone_say_nothing(typed):
    assert says_nothing(typed)


@pytest.mark.parametrize("typed", ["👍", "…", "> ?", "a", "1", "- ½", "не", "***"])
def test_one_sign_says_something(typed):
    assert not says_nothing(typed)


def test_right_to_left_script_stays():
    assert clean_text("\u200fשלום") == "\u200fשלום"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(typed):
    assert clean_text(clean_text(typed)) == clean_text(typed)


@given(st.text(alphabet="<>&\"'`*_[]()!#-+.:/\\ \nabjs", max_size=200))
def test_html_holds_no_tag_but_ours(typed):
    html = to_html(typed)
    for tag in ("<script", "<img", "<h1", "<style", "<iframe", "onerror="):
        assert tag not in html.lower()


@given(st.lists(st.sampled_from(["> ", "- ", "* ", "1. ", "20) "]), max_size=10))
def test_words_are_shown_however_deep_unless_they_are_refused(signs):
    text = "".join([*signs, "word"])
    assert is_too_deep(text) or "word" in to_html(text)


@pytest.mark.parametrize("sign", ["> ", "- ", "1. "])
def test_nine_levels_are_too_deep_and_three_are_not(sign):
    assert is_too_deep(f"{sign * 9}word")
    assert not is_too_deep(f"{sign * 3}word")
