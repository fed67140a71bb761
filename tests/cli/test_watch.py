"""`geo watch` in a process: what the browser is told after every save, and how it ends."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from tests.cli.desks import change, files, set_up

# A process in the background of a script inherits that interrupts are ignored.
_RUN = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "sys.argv = ['geo', *sys.argv[1:]]; from geo.cli.main import main; main()"
)


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[tuple[Path, subprocess.Popen[str], str]]:
    """A desk, the process that watches its map, and the address it says."""
    desk = set_up(tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", _RUN, "watch", "--no-open"],
        cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        line = process.stdout.readline()
        assert line.startswith("watching maps/weifang.toml at http://127.0.0.1:"), line
        yield desk, process, line.split(" at ")[1].split(" ")[0]
    finally:
        process.kill()
        process.communicate()


def events(address: str) -> IO[bytes]:
    return urllib.request.urlopen(f"{address}events", timeout=60)


def news(stream: IO[bytes]) -> dict[str, Any]:
    """Return the next state; lines that only say that the stream lives come every 5 seconds."""
    for _ in range(30):
        line = stream.readline()
        if line.startswith(b"data: "):
            return json.loads(line[6:])
    raise AssertionError("nothing new is told")


def get(address: str, host: str = "") -> str:
    request = urllib.request.Request(address, headers={"Host": host} if host else {})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read().decode()


def test_every_save_is_shown_and_faults_leave_the_last_map(watching):
    desk, _, address = watching
    stream = events(address)
    first = news(stream)
    assert (first["ok"], first["map"]) == (True, 1)
    assert "16 of 16 districts matched" in first["text"]
    spec = desk / "maps/weifang.toml"
    lines = spec.read_text(encoding="utf-8").splitlines()
    title = next(line for line in lines if line.startswith("title"))
    assert title.split('"')[1] in get(f"{address}map.html")

    change(spec, title, 'title = "新标题"')
    second = news(stream)
    assert (second["ok"], second["map"]) == (True, 2)
    assert "<title>新标题" in get(f"{address}map.html")

    change(spec, 'title = "新标题"', "title = 新标题")
    broken = news(stream)
    assert (broken["ok"], broken["map"]) == (False, 2)
    assert "maps/weifang.toml" in broken["text"]
    assert "<title>新标题" in get(f"{address}map.html")

    change(spec, "title = 新标题", 'title = "又一个"')
    assert news(stream)["map"] == 3
    assert files(desk) == {"weifang.toml"}  # nothing is written


def test_a_contradiction_is_a_fault_a_lost_table_is_waited_for_and_an_interrupt_ends_it(watching):
    desk, process, address = watching
    stream, table = events(address), desk / "data/projects.csv"
    assert news(stream)["ok"]
    assert "map.html" in get(address)
    assert "EventSource" in get(f"{address}watch.js")
    change(table, "奎文区,16", "奎文区,17")
    contradicted = news(stream)
    assert not contradicted["ok"]
    assert "projects adds up to 265 个, but 264 个 is stated" in contradicted["text"]
    table.rename(desk / "data/away.csv")
    assert "no such file" in news(stream)["text"]
    (desk / "data/away.csv").rename(table)
    change(table, "奎文区,17", "奎文区,16")
    while not (last := news(stream))["ok"]:
        pass
    assert last["map"] == 2

    stream.close()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert out.rstrip().endswith("ended")
    assert "Traceback" not in err


def test_only_this_machine_by_its_own_names_is_answered(watching):
    _, _, address = watching
    for host, path in (("evil.example:80", "map.html"), ("", "../../etc/passwd")):
        with pytest.raises(urllib.error.HTTPError):
            get(address + path, host)


def test_a_port_that_is_taken_is_said(watching, tmp_path: Path):
    _, _, address = watching
    port = address.rsplit(":", 1)[1].strip("/")
    done = subprocess.run(
        [sys.executable, "-m", "geo", "watch", "--no-open", "--port", port],
        cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == (
        f"--port {port}: cannot be used: Address already in use. Leave it out for one that is "
        "free.\n"
    )
