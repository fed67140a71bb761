"""From screen colours to inks: CMYK by profile or by fixed rules, and greys that stay distinct."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from geo.base.errors import MapError, Problem
from geo.symbology.contrast import luminance, rgb

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image, ImageCms

ColorModel = Literal["rgb", "grey", "cmyk"]
#: Neighbouring greys closer than this (CIEDE2000) do not survive newsprint.
LEAST_GREY_DISTANCE = 8.0
#: The darkness of the type on screen, which is solid black in print: a screened letter is ragged.
_SOLID = 1 - 0x1C / 255
#: Ink that newsprint holds, all four together (ISO 12647-3).
_MOST_INK = 2.4
_LIGHTEST, _DARKEST = 95.0, 18.0  # L* of the first and last grey: paper white and ink stay apart


@dataclass(frozen=True, slots=True)
class Inks:
    """How colours are written.

    Attributes
    ----------
    model : {"rgb", "grey", "cmyk"}
    profile : Path or None
        ICC profile of the press; with None, CMYK is computed by fixed rules.
    """

    model: ColorModel = "rgb"
    profile: Path | None = None

    def pdf(self, color: str, *, stroke: bool = False) -> str:
        """Return the PDF operator that sets a colour, with its operands."""
        values: tuple[float, ...] = rgb(color)
        operator = "rg"
        if self.model == "cmyk":
            values, operator = self.cmyk(color), "k"
        elif self.model == "grey":
            values, operator = (grey_value(color),), "g"
        return (
            " ".join(f"{v:.4g}" for v in values) + " " + (operator.upper() if stroke else operator)
        )

    def cmyk(self, color: str) -> tuple[float, float, float, float]:
        """Return a colour's inks, each 0 to 1; neutral ones are black alone, so type is sharp."""
        r, g, b = rgb(color)
        if r == g == b:
            return 0.0, 0.0, 0.0, round(min((1 - r) / _SOLID, 1), 4)
        return _by_profile(self.profile, color) if self.profile else fixed_cmyk(color)

    def separate(self, image: Image.Image) -> Image.Image:
        """Return an RGB image in inks, pixel by pixel by the same rules as `cmyk`."""
        import numpy as np
        from PIL import Image, ImageCms

        pixels = np.asarray(image.convert("RGB"))
        if self.profile:
            inks = np.array(ImageCms.applyTransform(image, _transform(self.profile)))
        else:
            inks = np.round(_removed(pixels / 255) * 255).astype(np.uint8)
        neutral = (pixels[..., 0] == pixels[..., 1]) & (pixels[..., 1] == pixels[..., 2])
        inks[neutral] = 0
        black = (255.0 - pixels[neutral, 0]) / _SOLID
        inks[neutral, 3] = np.round(np.minimum(black, 255)).astype(np.uint8)
        return Image.fromarray(inks, mode="CMYK")


def fixed_cmyk(color: str) -> tuple[float, float, float, float]:
    """Return fixed inks of a screen colour: complements, their grey part in dark tones black.

    Grey-component replacement with K = min(C, M, Y)² keeps light tints clean; where that would
    print more than 240 % of ink, all of the grey part is black.
    """
    import numpy as np

    c, m, y, k = (round(float(v), 4) for v in _removed(np.array(rgb(color))))
    return c, m, y, k


def _removed(colors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Complement colours (..., 3) and replace their grey part by black: (..., 4)."""
    import numpy as np

    wanted = 1 - colors
    grey = wanted.min(axis=-1, keepdims=True)

    def inks(black: NDArray[np.float64]) -> NDArray[np.float64]:
        rest = np.divide(wanted - black, 1 - black, out=np.zeros_like(wanted), where=black < 1)
        return np.concatenate([rest, black], axis=-1)

    clean, full = inks(grey**2), inks(grey)
    # Next to black, even that is too wet; less colour under so much black is not seen.
    under = full[..., :3].sum(axis=-1, keepdims=True)
    full[..., :3] *= np.minimum(1, (_MOST_INK - full[..., 3:]) / np.maximum(under, 1e-9))
    return np.where(clean.sum(axis=-1, keepdims=True) > _MOST_INK, full, clean)


def check_profile(path: Path, where: str) -> None:
    """Stop unless a file is an ICC profile that a transform to CMYK can be made of.

    Raises
    ------
    MapError
    """
    from PIL import ImageCms

    remedy = "Ask the printing house for its profile, or leave `profile` out for fixed CMYK values."
    try:
        profile = ImageCms.getOpenProfile(str(path)).profile
    except (OSError, ImageCms.PyCMSError):
        raise MapError(Problem(where, f"{path.name} is not an ICC profile", remedy)) from None
    space, kind = profile.xcolor_space.strip(), profile.device_class
    if space != "CMYK":
        raise MapError(
            Problem(where, f"{path.name} is a profile for {space}, not for CMYK", remedy)
        )
    if kind != "prtr":  # PDF/X-4 takes no other (ISO 15930-7, 6.2.2)
        what = f"{path.name} is a profile of class {kind!r}, not of a press ('prtr')"
        raise MapError(Problem(where, what, remedy))
    try:
        _transform(path)
    except ImageCms.PyCMSError:
        raise MapError(
            Problem(where, f"{path.name} has no tables from colour to ink", remedy)
        ) from None


def profile_name(path: Path) -> str:
    """Return what an ICC profile calls its press; its file's name, if it does not say."""
    from PIL import ImageCms

    return (ImageCms.getOpenProfile(str(path)).profile.profile_description or path.stem).strip()


@lru_cache(maxsize=4)
def _transform(profile: Path) -> ImageCms.ImageCmsTransform:
    from PIL import ImageCms

    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        str(profile),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


@lru_cache(maxsize=256)
def _by_profile(profile: Path, color: str) -> tuple[float, float, float, float]:
    from PIL import Image, ImageCms

    pixel = Image.new("RGB", (1, 1), color)
    done = ImageCms.applyTransform(pixel, _transform(profile), inPlace=False)
    c, m, y, k = (round(v / 255, 4) for v in done.tobytes())  # type: ignore[union-attr] # not in place
    return c, m, y, k


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """Return an sRGB profile for a file's output intent; its date is fixed, so that bytes are."""
    from PIL import ImageCms

    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = (2000).to_bytes(2, "big") + b"\0\1\0\1" + bytes(6)
    data[84:100] = bytes(16)  # the profile's own checksum, which covers the date
    return bytes(data)


def grey_value(color: str) -> float:
    """Return the grey of the same lightness (CIE L*) as a colour, 0 black to 1 white."""
    light = luminance(color)
    encoded = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(encoded, 4)


def hex_grey(value: float) -> str:
    """Return ``#vvvvvv`` for 0 black to 1 white."""
    return f"#{round(value * 255):02x}" + f"{round(value * 255):02x}" * 2


def distinct_greys(count: int, where: str, *, hatched: bool = False) -> tuple[str, ...]:
    """Return as many greys from light to dark, in even steps of lightness.

    Raises
    ------
    MapError
        If neighbours would be closer than `LEAST_GREY_DISTANCE`, unless hatching tells them apart.
    """
    from coloraide import Color

    steps = [_LIGHTEST + (_DARKEST - _LIGHTEST) * i / max(count - 1, 1) for i in range(count)]
    greys = tuple(
        Color("lab-d65", [lightness, 0, 0]).convert("srgb").to_string(hex=True, fit=True)
        for lightness in steps
    )
    greys = tuple(g if len(g) == 7 else "#" + "".join(2 * c for c in g[1:]) for g in greys)
    near = [Color(a).delta_e(b, method="2000") for a, b in pairwise(greys)]
    if near and min(near) < LEAST_GREY_DISTANCE and not hatched:
        raise MapError(
            Problem(
                where,
                f"{count} greys are only {min(near):.1f} apart (CIEDE2000), less than "
                f"{LEAST_GREY_DISTANCE:g}",
                "Use fewer classes, or add `hatch = true`.",
            )
        )
    return greys


def png_bytes(image: Image.Image, dpi: float, texts: dict[str, str]) -> bytes:
    """Return an image as PNG with its resolution and texts in the metadata, nothing else."""
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    for key, text in sorted(texts.items()):
        info.add_itxt(key, text)
    out = io.BytesIO()
    # Level 6 takes half as long again, for a file a tenth smaller.
    image.save(out, "PNG", dpi=(dpi, dpi), pnginfo=info, compress_level=3)
    return out.getvalue()
