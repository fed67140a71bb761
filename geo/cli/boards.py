"""What `geo dashboard` does: reads, checks, draws and writes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from geo.base.files import stale
from geo.base.writing import write_whole
from geo.choropleth.dashboard import Dashboard, build_dashboard
from geo.cli.console import make_console
from geo.cli.report import contradictions, print_files, print_remarks
from geo.cli.targets import Job, sources
from geo.spec.outputs import BOARD_KINDS


def build_board(
    spec: Path, folder: Path, *, check: bool, only: Collection[str] = BOARD_KINDS
) -> bool:
    """Build a dashboard; return whether every check was clean.

    Parameters
    ----------
    spec, folder : Path
    check : bool
        Write nothing; a file that differs from the build counts as a difference.
    only : collection of {"html", "pdf"}

    Raises
    ------
    MapError
        If an input is wrong. Totals that contradict the sum are printed instead, as `geo build`
        does, and nothing is written.
    """
    dashboard, report = build_dashboard(spec), make_console()
    # Maps of one spec have the same totals: they are said once.
    pages = [page.spec for page in dashboard.spec.pages]
    firsts = [dashboard.maps[pages.index(path)] for path in dict.fromkeys(pages)]
    wrong = [problem for one in firsts for problem in contradictions(one)]
    if wrong:
        text = "\n".join(map(str, wrong))
        make_console(stderr=True).print(text, style="red", markup=False, soft_wrap=True)
        return False
    remarks: list[str] = []
    made = board_files(dashboard, only, remarks.append)
    print_remarks(remarks, report)
    files = {folder / name: data for name, data in made.items()}
    if check:
        old = stale(files)
        for path in old:
            report.print(f"stale: {path}", style="red", markup=False)
        return not old
    print_files(write_whole(files, read=_read(spec, dashboard)), report)
    return True


def board_files(
    dashboard: Dashboard,
    only: Collection[str] = BOARD_KINDS,
    remark: Callable[[str], None] = lambda _: None,
) -> dict[str, bytes]:
    """Return the files of a dashboard, by their names.

    Parameters
    ----------
    dashboard : Dashboard
    only : collection of {"html", "pdf"}
    remark : callable, optional
        Called with what the map-maker should know of a plate.
    """
    files = {}
    if "html" in only:
        from geo.web.dashboard import dashboard_page

        files[f"{dashboard.name}.html"] = dashboard_page(dashboard).encode()
    if "pdf" in only:
        from geo.plate.book import book

        files[f"{dashboard.name}.pdf"] = book(dashboard, remark)
    return files


def _read(spec: Path, dashboard: Dashboard) -> list[Path]:
    pages = zip(dashboard.maps, dashboard.spec.pages, strict=True)
    jobs = [Job(one.spec, one.name, page.spec.parent, page.spec) for one, page in pages]
    return [spec, *(path for job in jobs for path in sources(job))]
