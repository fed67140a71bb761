"""`make reliability`: every promise, what holds it, and the figures of the last run."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from proofs.outcome import ROOT, Count, Outcome, distinct, load

PROOFS = ("oracles", "hostile", "faults", "fuzz", "mutants", "package")
TARGET = ROOT / "docs" / "reliability.md"
PROMISES = Path(__file__).with_name("promises.toml")
HEAD = """# What holds the promises

Written by `make reliability` from the figures that each proof left when it last ran. The proofs
take from a minute to an hour each; the tests that are named run with `make test`.
"""
_WHAT = {
    "oracles": "Generated inputs, seeded; the project's answers against other implementations'.",
    "hostile": "Strings meant to break something, through every text field of spec, table, "
    "polygons, zones, totals and release; every output read, opened in Chromium, clicked through. "
    "A build has another string in every field, and after as many builds as there are strings each "
    "was in each field.",
    "faults": "Every call that writes fails once (disk full, read-only, forbidden), folders lie in "
    "the way, files may not grow, builds are killed by SIGKILL, SIGTERM and SIGINT.",
    "fuzz": "Coverage-guided random input (atheris); inputs that break a reader are kept in "
    "`proofs/finds`.",
    "package": "Wheel and sdist, each in an environment of its own with nothing but the pinned "
    "dependencies, build the map of Weifang, the wheel also in every Python that is named; the "
    "sdist's own tests run in it. Its map has to be the committed one, byte for byte.",
    "mutants": "Comparisons, arithmetic, booleans, constants, conditions and extremes changed one "
    "at a time. Survivors that no test can notice have their reason in `proofs/survivors.toml`.",
}


def document(promises: list[dict[str, object]], outcomes: dict[str, Outcome]) -> str:
    """Return docs/reliability.md."""
    parts = [HEAD, "| promise | held by | last run |", "|---|---|---|"]
    parts += [_promise(promise, outcomes) for promise in promises]
    for name in PROOFS:
        parts += ["", f"## make {name}", "", _WHAT[name], ""]
        parts += _table(outcomes[name]) if name in outcomes else ["Not run yet."]
    return "\n".join(parts) + "\n"


def _promise(promise: dict[str, object], outcomes: dict[str, Outcome]) -> str:
    held = promise["held"]
    assert isinstance(held, list)
    names = ", ".join(f"`{name}`" for name in held)
    verdict = _verdict(outcomes.get(str(promise.get("proof", ""))), promise)
    return f"| {promise['says']} | {names} | {verdict} |"


def _verdict(outcome: Outcome | None, promise: dict[str, object]) -> str:
    if "proof" not in promise:
        return "by tests"
    if outcome is None:
        return "not run"
    failed = [count for count in outcome.counts if count.failed]
    return f"{len(failed)} of {len(outcome.counts)} lines failed" if failed else "held"


def _table(outcome: Outcome) -> Iterator[str]:
    settings = "".join(f", {name} {value}" for name, value in outcome.settings.items())
    yield f"{outcome.seconds:,.0f} seconds{settings}."
    yield ""
    yield "| what | tried | failed | |"
    yield "|---|--:|--:|---|"
    yield from (_row(count) for count in outcome.counts)
    if finds := distinct(outcome.finds):
        yield ""
        yield f"Open, {len(outcome.finds):,} in all; the first of each kind and cause:"
        yield ""
        yield from (
            f"- {_plain(f.kind)}: `{_plain(f.given)[:160]}` ({_plain(f.cause)[:120]})"
            for f in finds[:40]
        )


def _row(count: Count) -> str:
    failed = f"**{count.failed:,}**" if count.failed else "0"
    return f"| {_plain(count.what)} | {count.tried:,} | {failed} | {_plain(count.note)} |"


def _plain(text: str) -> str:
    """Return text that is no markup in a table's cell."""
    return text.replace("`", "'").replace("|", "/").replace("\n", " ")


def main() -> int:
    """Write the document; return 1 if a proof failed or never ran."""
    promises = tomllib.loads(PROMISES.read_text(encoding="utf-8"))["promise"]
    outcomes = {name: found for name in PROOFS if (found := load(name))}
    TARGET.write_text(document(promises, outcomes), encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(outcomes)} of {len(PROOFS)} proofs have run")
    return int(len(outcomes) < len(PROOFS) or any(found.failed for found in outcomes.values()))


if __name__ == "__main__":
    sys.exit(main())
