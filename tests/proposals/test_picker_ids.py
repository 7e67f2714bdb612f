"""The list that the picker's hidden field sends: block ids, or it is not read."""

import json
import re
import uuid

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from proposals.pickers import MetStatementsBlock, read_ids

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

ID = str(uuid.uuid4())
ids = st.uuids().map(str)
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@unhurried
@given(st.lists(ids, max_size=4).flatmap(lambda few: st.lists(st.sampled_from(few or [ID]))))
@example([ID, ID])
def test_ids_are_read_each_once_and_in_their_order(chosen):
    assert read_ids(json.dumps(chosen)) == read_ids(chosen) == list(dict.fromkeys(chosen))


@unhurried
@given(st.text() | junk.map(json.dumps) | st.lists(ids | st.text()).map(json.dumps))
@example("[" * 100_000)
@example("9" * 10_000)
@example("[NaN]")
@example(json.dumps([f"{uuid.UUID(int=0)}\n"]))
@example(json.dumps(["\ud800" * 36]))
def test_whatever_is_sent_is_a_list_of_ids_or_nothing(sent):
    read = read_ids(sent)
    assert read is None or all(re.fullmatch("[0-9a-f-]{36}", one) for one in read)


@pytest.mark.parametrize("empty", ["", None, "[]", []])
def test_nothing_ticked_is_an_empty_list(empty):
    assert read_ids(empty) == []


@unhurried
@given(st.lists(ids, unique=True))
def test_ids_come_back_from_the_form_as_they_were(chosen):
    block = MetStatementsBlock()
    field = {"meets": block.get_form_state(chosen)}
    assert block.clean(block.value_from_datadict(field, {}, "meets")) == chosen


@unhurried
@given(junk.filter(lambda value: value and read_ids(json.dumps(value)) is None))
def test_what_can_not_be_read_is_shown_again_as_it_was_sent(value):
    sent = json.dumps(value)
    block = MetStatementsBlock()
    assert block.value_from_datadict({"meets": sent}, {}, "meets") == sent
