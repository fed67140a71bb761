"""A sheet as a matplotlib Figure, and through it as PNG and TIFF."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from geo.plate.inks import Inks, png_bytes
from geo.plate.sheet import HALO, PT, Area, Disc, FaceName, Mark, Sheet, Strokes, Words
from geo.plate.type.faces import Face, letters

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.path import Path as MplPath
    from matplotlib.transforms import Affine2D
    from PIL import Image


#: What a user's settings must not change in a file.
_OWN: Any = {
    "lines.scale_dashes": True,
    "path.effects": [],
    "path.simplify": True,
    "path.simplify_threshold": 1 / 9,
    "path.sketch": None,
    "agg.path.chunksize": 0,
    "patch.antialiased": True,
}


def to_figure(sheet: Sheet, faces: dict[FaceName, Face], dpi: float) -> Figure:
    """Return a sheet as a Figure of its own, made without pyplot.

    Letters are drawn as outlines, unhinted, so that they stand where they stand in the PDF.

    Parameters
    ----------
    sheet : Sheet
    faces : dict of {"sans", "serif"} to Face
    dpi : float
    """
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    width, height = (
        round((v + 2 * sheet.margin) / 25.4 * dpi) / dpi for v in (sheet.width, sheet.height)
    )
    figure = Figure(figsize=(width, height), dpi=dpi, facecolor="white")
    scale = dpi / 25.4
    # Millimetres downwards to pixels upwards.
    place = Affine2D().translate(sheet.margin, sheet.margin).scale(scale, -scale)
    place = place.translate(0, height * dpi)
    for order, mark in enumerate(sheet.marks):
        for artist in _artists(mark, faces, place):
            artist.set(zorder=order, clip_on=False, snap=False)
            figure.add_artist(artist)
    return figure


def to_image(sheet: Sheet, faces: dict[FaceName, Face], dpi: float) -> Image.Image:
    """Return a sheet as an RGB image."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    with rc_context(_OWN):
        canvas = FigureCanvasAgg(to_figure(sheet, faces, dpi))
        canvas.draw()
    size = canvas.get_width_height()
    return Image.frombuffer("RGBA", size, canvas.buffer_rgba()).convert("RGB")


def to_png(image: Image.Image, sheet: Sheet, dpi: float, inks: Inks) -> bytes:
    """Return the image of a sheet as PNG, with its resolution and texts."""
    picture = image.convert("L") if inks.model == "grey" else image
    return png_bytes(picture, dpi, {"Title": sheet.title, "Description": sheet.alt})


def to_tiff(image: Image.Image, sheet: Sheet, dpi: float, inks: Inks) -> bytes:
    """Return the image of a sheet as TIFF: RGB, grey or CMYK, its profile inside, no date."""
    picture = {"grey": image.convert("L"), "rgb": image}.get(inks.model) or inks.separate(image)
    out = io.BytesIO()
    profile = {"icc_profile": inks.profile.read_bytes()} if inks.profile else {}
    picture.save(
        out, "TIFF", compression="tiff_lzw", dpi=(dpi, dpi), description=sheet.alt, **profile
    )
    return out.getvalue()


def _artists(mark: Mark, faces: dict[FaceName, Face], place: Affine2D) -> list[Artist]:
    from matplotlib.collections import PathCollection
    from matplotlib.path import Path

    if isinstance(mark, Words):
        return _letters(mark, faces[mark.face], place)
    dash: tuple[float, ...] = ()
    if isinstance(mark, Disc):
        circle = Path.circle((mark.x, mark.y), mark.radius)
        paths, stroke, width = [circle], mark.stroke, mark.width
    elif isinstance(mark, Strokes):
        paths = [Path(points) for points in mark.paths]
        stroke, width, dash = mark.stroke, mark.width, mark.dash
    else:
        paths, stroke, width = [_polygon(mark)], mark.stroke, mark.width
    fill = "" if isinstance(mark, Strokes) else mark.fill
    artist = PathCollection(
        paths,
        facecolors=fill or "none",
        edgecolors=stroke or "none",
        linewidths=width,
        # matplotlib scales dashes by the width; ours are points
        linestyles=[(0, tuple(v / width for v in dash))] if dash else "solid",
        transform=place,
        capstyle="butt" if isinstance(mark, Strokes) else "round",
        joinstyle="round",
    )
    return [artist]


def _polygon(mark: Area) -> MplPath:
    # Agg fills by winding, not even-odd: the same, as holes of valid polygons run the other way.
    import numpy as np
    from matplotlib.path import Path

    vertices = np.concatenate([np.vstack([ring, ring[:1]]) for ring in mark.rings])
    codes = np.concatenate(
        [[1, *[2] * (len(ring) - 1), 79] for ring in mark.rings]  # move, lines, close
    ).astype(np.uint8)
    return Path(vertices, codes)


def _letters(words: Words, face: Face, place: Affine2D) -> list[Artist]:
    """Return the letters of a line as one path, over their halo."""
    import numpy as np
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    size, vertices, codes = words.size * PT, [], []
    for shape, kinds, x, y in letters(face, words.text):
        vertices.append(shape * (size, -size) + (words.x + x * size, words.y - y * size))
        codes.append(kinds)
    path = Path(np.concatenate(vertices), np.concatenate(codes))
    drawn: list[Artist] = [PathPatch(path, facecolor=words.ink, edgecolor="none", transform=place)]
    if words.halo:
        halo = PathPatch(
            path,
            facecolor=words.halo,
            edgecolor=words.halo,
            linewidth=words.size * HALO,
            joinstyle="round",
            transform=place,
        )
        drawn.insert(0, halo)
    return drawn
