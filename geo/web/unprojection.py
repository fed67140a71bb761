"""From a drawing back to degrees: polynomials, for a page that has no projection library."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from geo.web.contract import PlaneData
from geo.web.drawing import Drawing

#: A way back from the plane to degrees needs no more terms than this, even for all of China.
_MAX_DEGREE = 9
#: Units of the drawing by which the way back may miss.
_MOST_UNITS = 1.0


@dataclass(frozen=True, slots=True)
class Unprojection:
    """Polynomials from the plane to degrees, for a page that has no projection library.

    Attributes
    ----------
    degree : int
        Terms are ``u**i * v**j`` with ``i + j <= degree``, ordered by i, then j;
        ``u = 2 * x / width - 1``, ``v = 2 * y / height - 1``.
    lon, lat : tuple of float
        Coefficients; WGS 84 degrees.
    """

    degree: int
    lon: tuple[float, ...]
    lat: tuple[float, ...]


def unprojection(drawing: Drawing) -> Unprojection | None:
    """Fit the way back from a drawing to degrees, by least squares to an eighth of its unit.

    Returns
    -------
    Unprojection or None
        None where polynomials miss by more than a unit, as on maps of the world, or where the
        drawing has insets, each with a projection of its own.
    """
    from geo.geometry.projection import plane_transformer

    if drawing.plane.insets:
        return None
    u, v = (axis.ravel() for axis in np.meshgrid(*[np.cos(np.linspace(0, np.pi, 25))] * 2))
    west, south, east, north = drawing.bounds
    back = plane_transformer(drawing.plane.crs)
    x, y = west + (u + 1) / 2 * (east - west), north - (v + 1) / 2 * (north - south)
    lon, lat = back.transform(x, y, direction="INVERSE")
    seen = np.isfinite(lon) & np.isfinite(lat)  # the corners of a map of the world are beyond it
    u, v, lon, lat = u[seen], v[seen], lon[seen], lat[seen]
    if np.ptp(lon) > 180:  # across the 180th meridian
        middle = back.transform((west + east) / 2, (south + north) / 2, direction="INVERSE")[0]
        lon = middle + (lon - middle + 180) % 360 - 180
    worst = (east - west) / drawing.width / 8 / 111_320  # metres to degrees
    for degree in range(1, _MAX_DEGREE + 1):
        terms = np.column_stack(
            [u**i * v**j for i in range(degree + 1) for j in range(degree + 1 - i)]
        )
        fits = [np.linalg.lstsq(terms, values, rcond=None)[0] for values in (lon, lat)]
        error = max(
            np.abs(terms @ fit - values).max() for fit, values in zip(fits, (lon, lat), strict=True)
        )
        if error < worst:
            break
    if error > _MOST_UNITS * 8 * worst:
        return None
    # Rounding keeps the bytes the same where linear algebra libraries differ in the last digits.
    digits = max(6, int(np.ceil(-np.log10(worst))) + 1)
    return Unprojection(degree, *(tuple(round(float(c), digits) for c in fit) for fit in fits))


def plane_data(drawing: Drawing) -> PlaneData | None:
    """Return a drawing's extent in its units, and the polynomials back to degrees, if they fit."""
    fit = unprojection(drawing)
    if fit is None:
        return None
    return {
        "width": drawing.width,
        "height": drawing.height,
        "degree": fit.degree,
        "lon": list(fit.lon),
        "lat": list(fit.lat),
    }
