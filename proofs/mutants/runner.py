"""Run the tests of a room against a changed module, in a forked process."""

from __future__ import annotations

import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, ModuleType

from proofs.outcome import ROOT

PATIENCE_S = 900
_OPTIONS = ("-x", "-q", "-o", "addopts=--import-mode=importlib", "-p", "no:cacheprovider", "-p",
            "no:xdist", "-m", "not browser", "--no-header", "--tb=no")  # fmt: skip


class Replaced(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module, and gives it changed code."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self.name, self.path, self.code = name, path, code

    def find_spec(
        self,
        fullname: str,
        path: object = None,  # noqa: ARG002 - as Python asks
        target: object = None,  # noqa: ARG002 - as Python asks
    ) -> importlib.machinery.ModuleSpec | None:
        """Answer for the one module only."""
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed code."""
        exec(self.code, module.__dict__)


def survives(
    module: str, code: CodeType | None, tests: Sequence[Path], patience_s: float = PATIENCE_S
) -> bool:
    """Return whether the tests pass with a changed module (None: unchanged) within some time."""
    child = os.fork()
    if child == 0:
        _be(module, code, tests)
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.01)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False  # it hangs: somebody would notice


def _be(module: str, code: CodeType | None, tests: Sequence[Path]) -> None:
    """Be the test run; never return."""
    status = 1
    try:
        os.setpgid(0, 0)
        os.chdir(ROOT)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.environ["CI"] = "1"  # the same examples every time
        if code is not None:
            path = ROOT.joinpath(*module.split(".")).with_suffix(".py")
            sys.meta_path.insert(0, Replaced(module, path, code))
        import pytest

        status = 0
        for path in tests:
            status = int(pytest.main([*_OPTIONS, str(path)]))
            if status not in (0, 5):  # 5: no tests there
                break
            status = 0
    finally:
        os._exit(status)


def warm() -> None:
    """Import what tests need besides the package itself, once for all mutants."""
    for name in (
        "pytest",
        "hypothesis",
        "geopandas",
        "mapclassify",
        "pydantic",
        "coloraide",
        "lark",
        "numpy",
        "pypinyin",
    ):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
