"""What a new comment is held against."""

from django.db import connection

from core.addresses import address_key
from discussion.earlier import Earlier, times_sent
from discussion.models import PublicComment
from tests.factories import make_comment


def earlier(text, **fields):
    return Earlier(PublicComment(comment=text, **fields))


def test_same_text_counts_wherever_and_by_whomever_and_in_whatever_capitals(post):
    make_comment(post, "Vote for the  bill.", user_email="x@example.org")
    make_comment(post, "VOTE for the bill.", user_email="y@example.org")
    make_comment(post, "Vote against it.")
    assert earlier("vote for the bill.").times_sent == 2
    assert earlier("Vote.").times_sent == 0


def test_comment_that_is_there_does_not_count_itself(post):
    comment = make_comment(post, "Vote for the bill.")
    assert times_sent(comment) == 0
    make_comment(post, "Vote for the bill.", user_email="y@example.org")
    assert times_sent(comment) == 1


def test_form_that_was_sent_with_another_text_is_known_and_counts_as_no_text(post):
    sent = make_comment(post, "One text.")
    found = earlier("Another text.", uuid=sent.uuid, fingerprint="abc")
    assert found.has_form
    assert not found.has_same
    assert found.times_sent == 0


def test_same_comment_is_known(post):
    make_comment(post, "One text.", fingerprint="abc")
    assert earlier("One text.", fingerprint="abc").has_same
    assert not earlier("One text.", fingerprint="abd").has_same
    assert not earlier("One text.", fingerprint="abc").has_form


def test_same_comment_is_known_after_words_were_taken_out_of_it(post):
    comment = make_comment(post, "One name.", fingerprint="abc")
    comment.comment = "One [removed]."
    comment.save()
    found = earlier("One name.", fingerprint="abc")
    assert found.has_same
    assert found.times_sent == 0


def test_comments_of_an_author_are_counted(post):
    for number in range(3):
        make_comment(post, f"Text {number}.", user_email="ada@example.org")
    make_comment(post, "Another’s.", user_email="bob@example.org")
    assert earlier("New.", author_key=address_key("ada@example.org")).by_author == 3


def test_one_look_by_indexes_finds_it_all(post):
    make_comment(post, "One text.")
    asked = []

    def listen(execute, *query):
        asked.append(query[:2])
        return execute(*query)

    with connection.execute_wrapper(listen):
        earlier("One text.")
    [(sql, values)] = asked
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # It would read a small table whole.
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN {sql}", values)
        else:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", values)
        plan = str(cursor.fetchall())
    assert "MULTI-INDEX OR" in plan or "BitmapOr" in plan
