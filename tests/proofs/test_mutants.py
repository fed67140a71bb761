"""The changes that are made to the code, and that the reasons for survivors are of today."""

from __future__ import annotations

from proofs.mutants import __main__ as judge
from proofs.mutants.__main__ import MODULES, reasons
from proofs.mutants.changes import mutants
from proofs.outcome import ROOT


def changes(source: str) -> set[str]:
    return {mutant.name for mutant in mutants(source)}


def test_every_kind_of_change_is_made():
    source = """
def f(a, b):
    if a < b and not a:
        return min(a, 2) + b
    return True if a is None else -b
"""
    assert changes(source) == {
        "f: if a < b and (not a): -> if a <= b and (not a):",
        "f: if a < b and (not a): -> if a >= b and (not a):",
        "f: if a < b and (not a): -> if a < b or not a:",
        "f: if a < b and (not a): -> if a < b and (not not a):",
        "f: return min(a, 2) + b -> return max(a, 2) + b",
        "f: return min(a, 2) + b -> return min(a, 3) + b",
        "f: return min(a, 2) + b -> return min(a, 2) - b",
        "f: return True if a is None else -b -> return True if a is not None else -b",
        "f: return True if a is None else -b -> return False if a is None else -b",
        "f: return True if a is None else -b -> return -b if a is None else -b",
        "f: return True if a is None else -b -> return True if a is None else +b",
    }


def test_what_only_says_what_holds_is_left_alone():
    assert changes('def f(a: int = None) -> "x":\n    return zip(a, a, strict=True)\n') == set()


def test_docstrings_and_annotations_are_left_alone():
    assert changes('def f(a: int = None) -> "x":\n    """One."""\n    b: list[1]\n') == set()


def test_every_survivor_with_a_reason_is_a_change_of_todays_code():
    today = {
        (module, name)
        for module in {module for module, _ in reasons()} & set(MODULES)
        for name in changes(ROOT.joinpath(*module.split(".")).with_suffix(".py").read_text("utf-8"))
    }
    assert set(reasons()) <= today
    assert all(reason.strip() for reason in reasons().values())


def test_every_module_is_judged_by_its_own_tests_before_those_of_its_room():
    for module in MODULES:
        (own,) = judge.tests_of(module, own_only=True)
        first, *others = judge.tests_of(module, own_only=False)
        assert first == own
        assert own not in others
        assert own.stem == f"test_{module.rpartition('.')[2]}"
