"""Where a proof of work is asked for, its absence is a sign of spam, and no reason to refuse."""

import base64
import json

import pytest
from altcha import v1 as altcha
from hypothesis import given
from hypothesis import strategies as st

from discussion.spam import proof, signs

UNPROVED = signs.UNPROVED[1]


@pytest.fixture
def asked(settings):
    settings.PROOF_OF_WORK = 50


def solved(task):
    """The answer of a browser to a task, given as JSON."""
    task = json.loads(task)
    solution = altcha.solve_challenge(task["challenge"], task["salt"], "SHA-256", task["maxNumber"])
    answer = {name: task[name] for name in ("algorithm", "challenge", "salt", "signature")}
    return base64.b64encode(json.dumps(answer | {"number": solution.number}).encode()).decode()


def test_answer_holds_for_the_form_that_it_was_given_for(asked):
    answer = solved(proof.challenge_for("one"))
    assert proof.is_proved(answer, "one")
    assert not proof.is_proved(answer, "another")


def test_wrong_number_is_no_answer(asked):
    answer = json.loads(base64.b64decode(solved(proof.challenge_for("one"))))
    wrong = base64.b64encode(json.dumps(answer | {"number": -1}).encode()).decode()
    assert not proof.is_proved(wrong, "one")


@given(
    st.text()
    | st.recursive(
        st.none() | st.integers() | st.text(),
        lambda values: st.lists(values) | st.dictionaries(st.text(), values),
    ).map(lambda value: base64.b64encode(json.dumps(value).encode()).decode())
)
def test_whatever_else_is_sent_is_no_answer(sent):
    assert not proof.is_proved(sent, "one")


def test_browser_that_solves_the_task_sends_no_sign(asked, reader, comments):
    answer = reader.client.get(reader.address)
    task = answer.context["form"].fields["proof"].widget.attrs["data-task"]
    typed = {"comment": "Why?", "name": "Bo", "email": "bo@example.org", "proof": solved(task)}
    reader.client.post(reader.address, reader.read(answer) | typed)
    assert UNPROVED not in comments.get().spam_signs


def test_reader_without_javascript_is_taken_with_a_sign(asked, reader, comments):
    reader.send()
    assert UNPROVED in comments.get().spam_signs


def test_form_that_is_shown_again_asks_anew(asked, reader):
    stale = reader.fill(timestamp="1", proof="old")
    form = reader.client.post(reader.address, stale).context["form"]
    assert not form["proof"].value()
    task = json.loads(form.fields["proof"].widget.attrs["data-task"])
    assert altcha.extract_params(task)["form"] == [form["form_id"].value()]


def test_nothing_is_asked_unless_it_is_set(reader, comments):
    assert "proof" not in reader.client.get(reader.address).context["form"].fields
    reader.send()
    assert UNPROVED not in comments.get().spam_signs
