"""A hostile string in some fields: build the map, read its files, open them in the browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from proofs.command import Ran, cause, run
from proofs.hostile.clicking import Reader
from proofs.hostile.outputs import faults
from proofs.hostile.places import ALONE, RELEASE, TOGETHER, write_sources
from proofs.outcome import Find

OUTPUT = "out"
_ARTICLE = "zz-snippet.html"
_CHECK = ("check", "SPEC")  # reads everything and draws nothing: finds most refusals at little cost
_SPEC_BUILD = ("build", "SPEC", "--out", OUTPUT)
_RELEASE_BUILD = ("build", "--release", "release.txt", "--boundaries", "polygons.geojson",
                  "--out", OUTPUT, "--only", "html,svg,data")  # fmt: skip
_EXTRACT = ("extract", "release.txt", "--boundaries", "polygons.geojson", "-o", f"{OUTPUT}/r.csv",
            "--review", f"{OUTPUT}/review.html")  # fmt: skip


@dataclass(frozen=True)
class Try:
    """Fields that hold the string together, and the commands that read them."""

    places: tuple[str, ...]
    commands: tuple[tuple[str, ...], ...]


def tries() -> tuple[Try, ...]:
    """Return what is tried with every string."""
    only = {"embed url": "embed", "embed host": "embed", "basemap key": "html"}
    return (
        Try(TOGETHER, (_SPEC_BUILD,)),
        *(Try((p,), ((*_SPEC_BUILD, "--only", only.get(p, "embed,svg")),)) for p in ALONE),
        Try(RELEASE, (_EXTRACT, _RELEASE_BUILD)),
    )


@dataclass(frozen=True)
class Tried:
    """What a try came to: the fields that were built, those refused, and what was found."""

    built: tuple[str, ...]
    refused: tuple[str, ...]
    finds: tuple[Find, ...]
    documents: int = 0
    files: int = 0


def attempt(text: str, places: Sequence[str], command: Sequence[str], folder: Path) -> Ran:
    """Write the sources with the string in some fields and run one command on them."""
    try:
        stem = write_sources(folder, places, text)
    except (OSError, ValueError) as error:  # no file can have that name
        return Ran(2, "", str(error))
    (folder / OUTPUT).mkdir(exist_ok=True)
    return run([f"{stem}.toml" if word == "SPEC" else word for word in command], folder)


def sound_places(
    text: str, places: tuple[str, ...], command: Sequence[str]
) -> tuple[tuple[str, ...], list[tuple[str, Ran]]]:
    """Return the fields that can be built together, and what each of the others led to.

    Halves are tried until single fields are to blame. If two halves can be built and their
    union cannot, the first half goes on alone: two fields that may not be alike are no defect.
    """
    with TemporaryDirectory() as folder:
        ran = attempt(text, places, command, Path(folder))
    if _done(ran, command):
        return places, []
    if len(places) == 1:
        return (), [(places[0], ran)]
    middle = len(places) // 2
    good, bad = [], []
    for half in (places[:middle], places[middle:]):
        fine, wrong = sound_places(text, half, command)
        good.append(fine)
        bad += wrong
    if not all(good):
        return good[0] or good[1], bad
    return _united(text, good[0], good[1], command), bad


def readable(
    text: str, places: tuple[str, ...], command: Sequence[str]
) -> tuple[tuple[str, ...], list[tuple[str, Ran]]]:
    """Return as `sound_places` does; what cannot be read is set aside before anything is drawn."""
    bad: list[tuple[str, Ran]] = []
    if "SPEC" in command:
        places, bad = sound_places(text, places, _CHECK)
    if not places:
        return (), bad
    good, worse = sound_places(text, places, command)
    return good, bad + worse


def _united(
    text: str, first: tuple[str, ...], second: tuple[str, ...], command: Sequence[str]
) -> tuple[str, ...]:
    with TemporaryDirectory() as folder:
        ran = attempt(text, first + second, command, Path(folder))
    return first + second if _done(ran, command) else first


def _done(ran: Ran, command: Sequence[str]) -> bool:
    """Tell whether a command wrote its files: with contradicted totals only `extract` does."""
    return ran.error is None and ran.status in ((0, 1) if command[0] == "extract" else (0,))


def judge(text: str, trial: Try, reader: Reader | None, known: set[tuple[str, str]]) -> Tried:
    """Build, read and open everything that a string leads to.

    A kind of fault in a kind of document is traced to its field once; `known` keeps count.
    """
    built: set[str] = set()
    refused: set[str] = set()
    finds: list[Find] = []
    documents = files = 0
    for command in trial.commands:
        good, bad = readable(text, trial.places, command)
        built |= set(good)
        for place, ran in bad:
            if ran.error is None:
                refused.add(place)
            else:
                what = f"{type(ran.error).__name__}: {str(ran.error)[:120]}"
                finds.append(Find("traceback", f"{place} = {text!a:.80}", cause(ran.error), what))
        if good:
            found, read, opened = examine(text, good, command, reader)
            finds += blamed(text, good, command, reader, found, known)
            files, documents = files + read, documents + opened
    return Tried(
        tuple(p for p in trial.places if p in built),
        tuple(p for p in trial.places if p in refused - built),
        tuple(finds),
        documents,
        files,
    )


def examine(
    text: str, places: Sequence[str], command: Sequence[str], reader: Reader | None,
    only: str = "",
) -> tuple[list[tuple[str, str]], int, int]:  # fmt: skip
    """Return the faults of the files and documents, and how many of each there were."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        ran = attempt(text, places, command, folder)
        if ran.error is not None:
            return [], 0, 0
        contents = {p.name: p.read_bytes() for p in sorted((folder / OUTPUT).iterdir())}
        found = [(kind, _without_stem(words)) for kind, words in faults(contents)]
        opened = documents(folder / OUTPUT)
        for path in opened if reader else []:
            if only and _without_stem(f"{path.name}: ") != f"{only}: ":
                continue
            seen = reader.visit(path, places)
            if path.name == _ARTICLE:  # how wide an article is, is the article's business
                seen.overflow = 0
            found += [(k, _without_stem(w)) for k, w in seen.faults(path.name)]
    return found, len(contents), len(opened)


def documents(folder: Path) -> list[Path]:
    """Return what a browser opens: pages, and an article with the snippet and the plates."""
    article = ["<!doctype html><meta charset=utf-8>"]
    article += [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*-embed.txt"))]
    article += [f'<iframe src="{quote(p.name)}"></iframe>' for p in sorted(folder.glob("*.svg"))]
    if len(article) > 1:
        (folder / _ARTICLE).write_text("\n".join(article), encoding="utf-8")
    return [path for path in sorted(folder.iterdir()) if path.suffix == ".html"]


def blamed(
    text: str, places: tuple[str, ...], command: Sequence[str], reader: Reader | None,
    found: list[tuple[str, str]], known: set[tuple[str, str]],
) -> list[Find]:  # fmt: skip
    """Return a find for every kind of fault and document, with the one field that leads to it."""
    finds = []
    for kind, words in {(k, w.partition(":")[0]): (k, w) for k, w in found}.values():
        document = words.partition(":")[0]
        if (kind, document) in known:
            finds.append(Find(kind, f"{len(places)} fields = {text!a:.80}", document, words[:200]))
            continue
        known.add((kind, document))

        def shows(some: tuple[str, ...], kind: str = kind, document: str = document) -> bool:
            again, _, _ = examine(text, some, _narrowed(command, document), reader, document)
            return any(k == kind and w.startswith(document) for k, w in again)

        place = smallest(places, shows) if len(places) > 1 else places
        given = f"{' + '.join(place)} = {text!a:.80}"
        finds.append(Find(kind, given, document, words[:200]))
    return finds


def _narrowed(command: Sequence[str], document: str) -> tuple[str, ...]:
    """Return the command that makes one document of a map and no others."""
    if command[0] != "build" or "SPEC" not in command:
        return tuple(command)
    outputs = {"map.html": "html", "map.svg": "svg", "map.pdf": "pdf", "map.csv": "data",
               "map.geojson": "data"}  # fmt: skip
    return (*_SPEC_BUILD, "--only", outputs.get(document, "embed"))


def smallest(places: tuple[str, ...], shows: Callable[[tuple[str, ...]], bool]) -> tuple[str, ...]:
    """Return few of the fields that still show a fault: halves as long as one half suffices."""
    while len(places) > 1:
        middle = len(places) // 2
        half = next((h for h in (places[:middle], places[middle:]) if shows(h)), None)
        if half is None:
            return places
        places = half
    return places


def _without_stem(words: str) -> str:
    """Name a document by what it is, whatever its map's file name."""
    name, colon, rest = words.partition(": ")
    what = "review" if "review" in name else "snippet" if "snippet" in name else ""
    ending = re.sub(r"^.*?(-embed)?(\.\w+)$", r"map\1\2", name, flags=re.DOTALL)
    return f"{what or ending}{colon}{rest}"
