"""One fault in one command: whether the old set is whole or the new one, and what is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from proofs.command import TRACEBACK
from proofs.faults.child import Ended, command
from proofs.faults.scenes import Scene
from proofs.outcome import Find

Act = Callable[[Path, Path], Ended]
"""The fault: the folder and one for its logs, to how the command ended."""


@dataclass(frozen=True)
class Clean:
    """A command without fault: exit status, files, calls that write, and seconds."""

    scene: Scene
    status: int
    new: Mapping[str, bytes]
    calls: tuple[str, ...]
    seconds: float


def clean(scene: Scene) -> Clean:
    """Run a command without fault."""
    with TemporaryDirectory() as name:
        folder, log = rooms(name)
        scene.prepare(folder)
        ended = command(scene.arguments, folder, log)
        if ended.status not in (0, 1) or TRACEBACK in ended.err:
            raise RuntimeError(f"{scene.name} does not work without fault: {ended.err}")
        new = {target: (folder / target).read_bytes() for target in scene.targets}
        return Clean(scene, ended.status, new, ended.calls, ended.seconds)


def rooms(name: str) -> tuple[Path, Path]:
    """Return a folder for the map and one beside it for the logs."""
    folder, log = Path(name, "map").resolve(), Path(name, "log").resolve()
    folder.mkdir()
    log.mkdir()
    return folder, log


def trial(given: Clean, what: str, act: Act, *, killed: bool = False) -> list[Find]:
    """Let one fault happen; return what is wrong afterwards, and after the next run."""
    scene = given.scene
    with TemporaryDirectory() as name:
        folder, log = rooms(name)
        scene.prepare(folder)
        before = contents(folder)
        ended = act(folder, log)
        after = contents(folder)
        finds = [
            *_messages(ended, killed=killed),
            *_whole(
                given,
                before,
                after,
                succeeded=ended.status == given.status and TRACEBACK not in ended.err,
            ),
        ]
        again = command(scene.arguments, folder, log)
        finds += _next_run(given, again, before, contents(folder))
    return [Find(f.kind, f"{scene.name}: {what}", f.cause or scene.name, f.message) for f in finds]


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder; a folder is a name that ends in a stroke."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _messages(ended: Ended, *, killed: bool) -> list[Find]:
    if TRACEBACK in ended.err:
        last = ended.err.rstrip().splitlines()[-1]
        return [Find("traceback", "", _innermost(ended.err), last[:160])]
    if killed:
        return []
    if ended.status < 0:
        return [Find("killed by a signal", "", "", f"{-ended.status}")]
    if ended.status == 2 and len(ended.messages) == 1:
        return []
    if ended.status in (0, 1):  # the fault made no difference; then the files have to be new
        return []
    return [Find("not one message", "", "", f"status {ended.status}: {ended.messages}"[:200])]


def _innermost(err: str) -> str:
    """Return the innermost line of the package in a printed traceback."""
    ours = [line.strip() for line in err.splitlines() if "/geo/" in line and "File" in line]
    where = ours[-1].partition("/geo/")[2] if ours else ""
    return "geo/" + where.replace('", line ', ":").replace(", in ", " ") if where else ""


def _whole(
    given: Clean, before: Mapping[str, bytes], after: Mapping[str, bytes], *, succeeded: bool
) -> list[Find]:
    old = [t for t in given.scene.targets if after.get(t) == before.get(t)]
    new = [t for t in given.scene.targets if after.get(t) == given.new[t]]
    finds = []
    if len(new) < len(given.new) and (succeeded or len(old) < len(given.new)):
        kind = "set neither old nor new"
        finds.append(Find(kind, "", "", f"{len(old)} old, {len(new)} new of {len(given.new)}"))
    inputs = [n for n, data in before.items() if n not in given.new and after.get(n) != data]
    if inputs:
        finds.append(Find("input changed", "", "", ", ".join(inputs)))
    return finds


def _next_run(
    given: Clean, again: Ended, before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> list[Find]:
    finds = []
    if any(after.get(target) != data for target, data in given.new.items()):
        finds.append(
            Find("next run does not mend", "", "", f"status {again.status}: {again.err}"[:200])
        )
    left = sorted(set(after) - set(before))
    if left:
        finds.append(Find("temporary file left after the next run", "", "", ", ".join(left)[:160]))
    return finds
