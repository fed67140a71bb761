"""A square of strings falls into what builds together and the fields that are to blame."""

import pytest

from proofs.command import Ran
from proofs.hostile import trial
from proofs.hostile.squares import parts
from proofs.hostile.trial import Memory, sound


@pytest.fixture
def command(monkeypatch):
    """A command that refuses a bad string, and `left` beside `right`; it counts its runs."""
    runs = []

    def ran(texts, _):
        runs.append(dict(texts))
        refused = "bad" in texts.values() or {"left", "right"} <= set(texts)
        return Ran(2 if refused else 0, "", "")

    monkeypatch.setattr(trial, "ran", ran)
    return runs


def test_the_field_of_a_refused_string_is_found_and_the_others_stand_together(command):
    groups, refused = sound({"a": "1", "b": "bad", "c": "2", "d": "3"}, ("build",), Memory())
    assert groups == [{"a": "1", "c": "2", "d": "3"}]
    assert [(field, text) for field, text, _ in refused] == [("b", "bad")]


def test_fields_that_exclude_one_another_stay_apart_and_none_is_refused(command):
    groups, refused = sound({"left": "1", "a": "2", "right": "3"}, ("build",), Memory())
    assert sorted(field for group in groups for field in group) == ["a", "left", "right"]
    assert not any({"left", "right"} <= set(group) for group in groups)
    assert refused == []


def test_a_field_that_was_to_blame_is_tried_alone_the_next_time(command):
    memory = Memory()
    texts = dict.fromkeys("abcdefgh", "fine") | {"e": "bad"}
    sound(texts, ("build",), memory)
    first, command[:] = len(command), []
    groups, refused = sound(texts, ("build",), memory)
    assert len(command) == 3 < first  # all, all others, the one
    assert (len(groups[0]), len(refused)) == (7, 1)


def test_suspects_of_one_command_are_none_of_another(command):
    memory = Memory()
    sound({"a": "bad"}, ("build",), memory)
    assert memory.refused == {"build": {"a"}}
    sound({"a": "1", "b": "2"}, ("check",), memory)
    assert memory.refused == {"build": {"a"}}


def test_halves_are_tried_where_all_or_none_are_suspects():
    texts = {"a": "1", "b": "2"}
    assert parts(texts, {"a", "b"}) == parts(texts, ()) == [{"a": "1"}, {"b": "2"}]
    assert parts({**texts, "c": "3"}, {"b"}) == [{"a": "1", "c": "3"}, {"b": "2"}]
