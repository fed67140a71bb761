// @ts-check
// Outlines as the build wrote them: paths of whole numbers in the drawing's units.

/** @typedef {[number, number]} Point */

/**
 * Rings of a path, which has one absolute start and then steps each. Closed: the last is the first.
 * @param {string} path
 * @returns {Point[][]}
 */
export function ringsOf(path) {
  return path
    .split("z")
    .slice(0, -1)
    .map((part) => {
      const [x, y, ...steps] = (part.match(/-?\d+/g) ?? []).map(Number);
      /** @type {Point[]} */
      const ring = [[x, y]];
      for (let i = 0; i < steps.length; i += 2) {
        const [east, south] = ring[i / 2];
        ring.push([east + steps[i], south + steps[i + 1]]);
      }
      return [...ring, ring[0]];
    });
}

/**
 * The border of all: the sides that belong to one district only. Neighbours share theirs exactly.
 * @param {Iterable<string>} paths
 */
export function borderPath(paths) {
  /** @type {Map<string, boolean>} */
  const sides = new Map();
  for (const path of paths) {
    for (const ring of ringsOf(path)) {
      ring.slice(1).forEach((to, i) => {
        const from = ring[i];
        const [a, b] =
          from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]) ? [from, to] : [to, from];
        const side = `M${a}L${b}`;
        sides.set(side, !sides.has(side));
      });
    }
  }
  return [...sides].map(([side, single]) => (single ? side : "")).join("");
}

/**
 * Polygons of rings as GeoJSON has them: exterior rings turn one way, their holes, which follow
 * them, the other.
 * @param {Point[][]} rings
 */
export function polygonsOf(rings) {
  /** @type {Point[][][]} */
  const polygons = [];
  for (const ring of rings) {
    const area = ring.reduce(
      (sum, [x, y], i) => (i ? sum + ring[i - 1][0] * y - x * ring[i - 1][1] : 0),
      0,
    );
    if (area < 0 && polygons.length) polygons[polygons.length - 1].push(ring);
    else polygons.push([ring]);
  }
  return polygons;
}

/**
 * Units of the drawing to degrees, by the polynomials the build fitted.
 * @param {Point} point
 * @param {import("./types/map-data").PlaneData} plane
 * @returns {Point} longitude and latitude in WGS 84, to five decimals (about a metre)
 */
export function unproject([x, y], { degree, lon, lat, width, height }) {
  const [u, v] = [(2 * x) / width - 1, (2 * y) / height - 1];
  let [n, east, north] = [0, 0, 0];
  for (let i = 0; i <= degree; i += 1) {
    for (let j = 0; i + j <= degree; j += 1, n += 1) {
      east += lon[n] * u ** i * v ** j;
      north += lat[n] * u ** i * v ** j;
    }
  }
  return [+east.toFixed(5), +north.toFixed(5)];
}
