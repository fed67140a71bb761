"""Hostile strings in the fields of one map: build it, read its files, open them in the browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from proofs.command import Ran, cause, run
from proofs.hostile.clicking import Reader
from proofs.hostile.outputs import faults
from proofs.hostile.places import write_sources
from proofs.hostile.squares import Texts, halves, parts
from proofs.outcome import Find

OUTPUT = "out"
_ARTICLE = "zz-snippet.html"
#: It reads, joins and classifies like a build, in a third of the time of a check: most refusals.
SIFT = ("says", "SPEC")
CHECK = ("check", "SPEC")
SPEC_BUILD = ("build", "SPEC", "--out", OUTPUT)
RELEASE_BUILD = ("build", "--release", "release.txt", "--boundaries", "polygons.geojson",
                 "--out", OUTPUT)  # fmt: skip
EXTRACT = ("extract", "release.txt", "--boundaries", "polygons.geojson", "-o", f"{OUTPUT}/r.csv",
           "--review", f"{OUTPUT}/review.html")  # fmt: skip


@dataclass
class Tried:
    """What builds came to: fields that were built and refused, and what was found."""

    built: int = 0
    refused: int = 0
    builds: int = 0
    documents: int = 0
    files: int = 0
    finds: tuple[Find, ...] = ()

    def add(self, other: Tried) -> None:
        """Add what other builds came to."""
        self.built += other.built
        self.refused += other.refused
        self.builds += other.builds
        self.documents += other.documents
        self.files += other.files
        self.finds += other.finds


def attempt(texts: Texts, command: Sequence[str], folder: Path) -> Ran:
    """Write the sources with the strings in their fields and run one command on them."""
    try:
        stem = write_sources(folder, texts)
    except (OSError, ValueError) as error:  # no file can have that name
        return Ran(2, "", str(error))
    (folder / OUTPUT).mkdir(exist_ok=True)
    return run([f"{stem}.toml" if word == "SPEC" else word for word in command], folder)


def ran(texts: Texts, command: Sequence[str]) -> Ran:
    """Run a command on the strings and forget its files."""
    with TemporaryDirectory() as folder:
        return attempt(texts, command, Path(folder))


def done(result: Ran, command: Sequence[str]) -> bool:
    """Tell whether a command did its work: with contradicted totals only `extract` does."""
    return result.error is None and result.status in ((0, 1) if command[0] == "extract" else (0,))


Refused = list[tuple[str, str, Ran]]
"""Field, string, and how the command ended."""


@dataclass
class Memory:
    """What earlier builds taught, so that later ones ask less.

    Attributes
    ----------
    traced : set
        Kinds of faults in kinds of documents that were traced to their fields.
    refused : dict
        Fields of which a command refused a string; the next string there is tried alone.
    """

    traced: set[tuple[str, str]] = field(default_factory=set)
    refused: dict[str, set[str]] = field(default_factory=dict)


def sound(
    texts: Texts, command: Sequence[str], memory: Memory
) -> tuple[list[dict[str, str]], Refused]:
    """Return groups of fields that can be built together, and what each of the others led to.

    Fields that were to blame before are tried alone; of the others, halves are tried until single
    fields are to blame. Groups that can be built and whose union cannot stay apart: fields that
    may not be alike are no defect.
    """
    result = ran(texts, command)
    if done(result, command):
        return [dict(texts)], []
    suspects = memory.refused.setdefault(command[0], set())
    if len(texts) == 1:
        suspects.update(texts)
        return [], [(field, text, result) for field, text in texts.items()]
    fine: list[dict[str, str]] = []
    refused: Refused = []
    for part in parts(texts, suspects):
        groups, wrong = sound(part, command, memory)
        fine += groups
        refused += wrong
    return joined(fine, command), refused


def joined(groups: list[dict[str, str]], command: Sequence[str]) -> list[dict[str, str]]:
    """Return the groups with those made one that can be built together."""
    if len(groups) < 2:
        return groups
    whole = {field: text for group in groups for field, text in group.items()}
    if done(ran(whole, command), command):
        return [whole]
    first, *rest = groups
    apart = []
    for group in rest:
        if len(groups) > 2 and done(ran(first | group, command), command):
            first = first | group
        else:
            apart.append(group)
    return [first, *apart]


def judge(
    texts: Texts, sift: Sequence[str], builds: Sequence[Sequence[str]], reader: Reader | None,
    memory: Memory,
) -> Tried:  # fmt: skip
    """Build, read and open everything that strings lead to.

    Parameters
    ----------
    texts : mapping of str to str
    sift : command
        It tells which fields can stand together; a build may still refuse some.
    builds : sequence of commands
        Their files are examined.
    reader : Reader, optional
        Without one nothing is opened.
    memory : Memory
        It is read and added to.
    """
    groups, refused = sound(texts, sift, memory)
    tried = Tried()
    for command in builds:
        left: list[dict[str, str]] = []
        while groups:
            group = groups.pop()
            seen = examine(group, command, reader)
            if seen is None:
                fewer, wrong = sound(group, command, memory)
                refused += wrong
                # A group that fails once and not again would be tried for ever.
                groups += [one for one in fewer if one != group]
                continue
            left.append(group)
            tried.add(Tried(builds=seen.files > 0, files=seen.files, documents=seen.documents))
            tried.finds += tuple(blamed(group, command, reader, seen.faults, memory.traced))
        groups = left
    tried.built, tried.refused = sum(map(len, groups)), len(refused)
    tried.finds += tuple(traced for traced in map(traceback_of, refused) if traced)
    return tried


def traceback_of(refused: tuple[str, str, Ran]) -> Find | None:
    """Return the find of an exception that nobody caught; None if there was a message."""
    field, text, result = refused
    if result.error is None:
        return None
    what = f"{type(result.error).__name__}: {str(result.error)[:120]}"
    return Find("traceback", f"{field} = {text!a:.80}", cause(result.error), what)


@dataclass(frozen=True)
class Seen:
    """What was in the files of a build and in the browser: kinds of faults and their words."""

    faults: list[tuple[str, str]]
    files: int
    documents: int


def examine(
    texts: Texts, command: Sequence[str], reader: Reader | None, only: str = ""
) -> Seen | None:
    """Build, and look at the files and documents, or at one document only; None if refused."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        if not done(attempt(texts, command, folder), command):
            return None
        contents = {p.name: p.read_bytes() for p in sorted((folder / OUTPUT).iterdir())}
        found = [(kind, _without_stem(words)) for kind, words in faults(contents)]
        opened = documents(folder / OUTPUT)
        for path in opened if reader else []:
            if only and _without_stem(f"{path.name}: ") != f"{only}: ":
                continue
            seen = reader.visit(path, texts)
            if path.name == _ARTICLE:  # how wide an article is, is the article's business
                seen.overflow = 0
            found += [(k, _without_stem(w)) for k, w in seen.faults(path.name)]
    return Seen(found, len(contents), len(opened))


def documents(folder: Path) -> list[Path]:
    """Return what a browser opens: pages, and an article with the snippet and the plates."""
    article = ["<!doctype html><meta charset=utf-8>"]
    article += [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*-embed.txt"))]
    article += [f'<iframe src="{quote(p.name)}"></iframe>' for p in sorted(folder.glob("*.svg"))]
    if len(article) > 1:
        (folder / _ARTICLE).write_text("\n".join(article), encoding="utf-8")
    return [path for path in sorted(folder.iterdir()) if path.suffix == ".html"]


def blamed(
    texts: Texts, command: Sequence[str], reader: Reader | None,
    found: Iterable[tuple[str, str]], traced: set[tuple[str, str]],
) -> list[Find]:  # fmt: skip
    """Return a find for every kind of fault and document, with the one field that leads to it."""
    finds = []
    for kind, words in {(k, w.partition(":")[0]): (k, w) for k, w in found}.values():
        document = words.partition(":")[0]
        if (kind, document) in traced:
            finds.append(Find(kind, f"one of {len(texts)} fields", document, words[:200]))
            continue
        traced.add((kind, document))

        def shows(some: Texts, kind: str = kind, document: str = document) -> bool:
            again = examine(some, command, reader, document)
            return again is not None and (kind, document) in {
                (k, w.partition(":")[0]) for k, w in again.faults
            }

        few = smallest(texts, shows)
        given = " + ".join(f"{field} = {text!a:.80}" for field, text in few.items())
        finds.append(Find(kind, given, document, words[:200]))
    return finds


def smallest(texts: Texts, shows: Callable[[Texts], bool]) -> dict[str, str]:
    """Return few of the fields that still show a fault: halves as long as one half suffices."""
    few = dict(texts)
    while len(few) > 1:
        half = next((h for h in halves(few) if shows(h)), None)
        if half is None:
            break
        few = half
    return few


def _without_stem(words: str) -> str:
    """Name a document by what it is, whatever its map's file name."""
    name, colon, rest = words.partition(": ")
    what = "review" if "review" in name else "snippet" if "snippet" in name else ""
    ending = re.sub(r"^.*?(-embed)?(\.\w+)$", r"map\1\2", name, flags=re.DOTALL)
    return f"{what or ending}{colon}{rest}"
