"""The plates of a map: files for print, and the matplotlib Figure behind their images."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem, collecting, of_map
from geo.choropleth.multiples import of_span, small_maps
from geo.choropleth.periods import for_plate
from geo.plate.compose import compose
from geo.plate.inks import Inks, check_profile
from geo.plate.multiples import compose_multiples
from geo.plate.page import page_of
from geo.plate.subject import subject_of
from geo.plate.type.packs import lacking
from geo.spec.plate import PlateFormat, PlateSpec

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from geo.choropleth.model import Choropleth
    from geo.plate.sheet import Sheet
    from geo.plate.style import Style


def plates(
    choropleth: Choropleth,
    formats: Collection[PlateFormat] | None = None,
    remark: Callable[[str], None] = lambda _: None,
) -> dict[str, bytes]:
    """Make every plate that the map's spec asks for.

    Parameters
    ----------
    choropleth : Choropleth
    formats : collection of {"png", "svg", "pdf", "tiff"}, optional
        Make only these; by default all formats that each plate names.
    remark : callable, optional
        Called with what the map-maker should know of a plate, such as labels without room.

    Returns
    -------
    dict of str to bytes
        File name to content: ``weifang.png``, or ``weifang-NAME.png`` for a plate with a name. The
        same map gives the same bytes.

    Raises
    ------
    MapError
        All problems of all plates at once: two plates of one name, a profile that is not CMYK,
        greys that are not distinct, a font without the characters, a page too small for its text.
    """
    files: dict[str, bytes] = {}
    problems = _twice(choropleth)
    for number, plate in enumerate(choropleth.spec.plates, start=1):
        wanted = [f for f in plate.formats if formats is None or f in formats]
        try:
            with of_map(choropleth.name):
                files |= _plate(choropleth, plate, f"plates[{number}]", wanted, remark)
        except MapError as error:
            problems += error.problems
    if problems:
        raise MapError(problems)
    return files


def plate_problems(
    choropleth: Choropleth, remark: Callable[[str], None] = lambda _: None
) -> list[Problem]:
    """Return what keeps the plates from being made, without making them; see `plates`."""
    problems = _twice(choropleth)
    for number, plate in enumerate(choropleth.spec.plates, start=1):
        where = f"plates[{number}]"
        with collecting(problems), of_map(choropleth.name):
            if plate.profile:
                check_profile(plate.profile, f"{where}.profile")
            sheet, _ = composed(choropleth, plate, where)
            for text in _remarks(choropleth, plate, sheet, where):
                remark(text)
    return problems


def figure(choropleth: Choropleth, plate: PlateSpec | None = None, *, dpi: float = 150) -> Figure:
    """Return a plate as a matplotlib Figure, for notebooks and for what no spec foresees.

    Parameters
    ----------
    choropleth : Choropleth
    plate : PlateSpec, optional
        By default the first of the map's spec.
    dpi : float, default 150
    """
    from geo.plate.files.raster import to_figure

    sheet, style = composed(choropleth, plate or choropleth.spec.plates[0], "plate")
    return to_figure(sheet, style.faces, dpi)


def _plate(
    choropleth: Choropleth,
    plate: PlateSpec,
    where: str,
    formats: list[PlateFormat],
    remark: Callable[[str], None],
) -> dict[str, bytes]:
    if plate.profile:
        check_profile(plate.profile, f"{where}.profile")
    sheet, style = composed(choropleth, plate, where)
    for text in _remarks(choropleth, plate, sheet, where):
        remark(text)
    made = _written(sheet, style, plate, formats)
    return {f"{plate.stem(choropleth.name)}.{name}": data for name, data in made.items()}


def _remarks(choropleth: Choropleth, plate: PlateSpec, sheet: Sheet, where: str) -> tuple[str, ...]:
    """Return what the map-maker should know of a plate, the shapes of its letters included."""
    fonts = choropleth.spec.house.fonts
    own = plate.font or fonts.text_file or fonts.plate
    shapes = "" if own else lacking(choropleth.spec.language)
    return (*sheet.remarks, f"{where}: {shapes}") if shapes else sheet.remarks


def composed(choropleth: Choropleth, plate: PlateSpec, where: str) -> tuple[Sheet, Style]:
    """Return a plate before it is a file, and how it is set; `where` names it in an error."""
    if not plate.small_multiples:
        subject = subject_of(*for_plate(choropleth, plate), where)
        return compose(subject), subject.style
    view, _ = for_plate(choropleth, plate)
    maps = small_maps(view, plate.small_multiples, plate.measure)
    # Its texts are of all the periods that it shows.
    whole = of_span(choropleth, maps)
    plates = choropleth.spec.plates
    own = whole.spec.plates[plates.index(plate)] if plate in plates else plate
    subject = subject_of(whole, own, where)
    return compose_multiples(subject, maps), subject.style


def _written(
    sheet: Sheet, style: Style, plate: PlateSpec, formats: list[PlateFormat]
) -> dict[PlateFormat, bytes]:
    """Write a sheet in every format, the image drawn once for PNG and TIFF."""
    from geo.plate.files.pdf import to_pdf
    from geo.plate.files.raster import to_image, to_png, to_tiff
    from geo.plate.files.svg import to_svg

    inks = Inks(plate.color, plate.profile)
    files: dict[PlateFormat, bytes] = {}
    dpi = plate.dpi or page_of(plate).dpi
    image = to_image(sheet, style.faces, dpi) if {"png", "tiff"} & set(formats) else None
    for name in formats:
        if name == "svg":
            files[name] = to_svg(sheet, style.faces, plate.svg_text)
        elif name == "pdf":
            files[name] = to_pdf(sheet, style.faces, inks)
        elif image is not None:
            files[name] = (to_png if name == "png" else to_tiff)(image, sheet, dpi, inks)
    return files


def _twice(choropleth: Choropleth) -> list[Problem]:
    names = [plate.name for plate in choropleth.spec.plates]
    return [
        Problem(
            f"{choropleth.name}, plates[{names.index(name) + 1}].name",
            f"{name!r} is the name of {names.count(name)} plates",
            "Give each plate a name of its own, or the files overwrite each other.",
        )
        for name in dict.fromkeys(names)
        if names.count(name) > 1
    ]
