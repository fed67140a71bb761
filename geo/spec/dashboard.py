"""The spec of a dashboard: several maps in one page and one atlas. Read from TOML."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from geo.base.errors import MapError, Problem
from geo.base.files import absolute, instead_of, is_file, shown
from geo.spec.file import parsed_toml
from geo.spec.part import Part, RichText, Text
from geo.spec.problems import problems_of


class PageOfDashboard(Part):
    """One map: a ``[[pages]]`` table."""

    spec: Path = Field(description="Spec of the map, relative to the dashboard's.")
    measure: str = Field(
        default="",
        description="The measure shown. Left out, the first, and readers can choose among all.",
    )
    title: str = Field(
        default="",
        description="Instead of the map's. Where an earlier page has the same, its measure's name.",
    )
    dek: RichText | None = Field(default=None, description="Instead of the map's.")


class DashboardSpec(Part):
    """Several maps that share their districts, and a choice among these."""

    title: Text
    dek: RichText = Field(default="", description="One line under the title.")
    size: Literal["a4", "a4-landscape", "a3", "a3-landscape"] = Field(
        default="a4", description="Page of the atlas, a plate each."
    )
    pages: tuple[PageOfDashboard, ...] = Field(min_length=1)


def read_dashboard(path: Path) -> DashboardSpec:
    """Read and check the spec of a dashboard.

    Parameters
    ----------
    path : Path
        A TOML file. Paths in it are relative to its folder.

    Returns
    -------
    DashboardSpec
        With absolute paths.

    Raises
    ------
    MapError
        Every problem of the file at once, but for those of the maps' own specs.
    """
    raw = parsed_toml(path)
    try:
        spec = DashboardSpec.model_validate(raw)
    except ValidationError as error:
        raise MapError(problems_of(str(path), error, DashboardSpec)) from None
    pages, missing = [], []
    for n, page in enumerate(spec.pages, start=1):
        target = absolute(path.parent / page.spec)
        if not is_file(target):
            what = f"no such file '{shown(page.spec)}'"
            missing.append(Problem(f"{path}, pages[{n}].spec", what, instead_of(target, page.spec)))
        pages.append(page.model_copy(update={"spec": target}))
    if missing:
        raise MapError(missing)
    return spec.model_copy(update={"pages": tuple(pages)})
