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
 * Whether a point is in a path's rings: a line to the left of it crosses them an odd number of times.
 * @param {number[][]} rings x and y of each point after the other
 * @param {number} x
 * @param {number} y
 */
export function isInRings(rings, x, y) {
  let inside = false;
  for (const ring of rings)
    for (let i = 2; i < ring.length; i += 2) {
      const ay = ring[i - 1];
      const by = ring[i + 1];
      if (ay > y === by > y) continue;
      const ax = ring[i - 2];
      if (ax + ((ring[i] - ax) * (y - ay)) / (by - ay) < x) inside = !inside;
    }
  return inside;
}

/**
 * Twice the area of a ring, above 0 if it turns counter-clockwise where y goes up.
 * @param {Point[]} ring
 */
export const turnOf = (ring) =>
  ring.reduce((sum, [x, y], i) => (i ? sum + ring[i - 1][0] * y - x * ring[i - 1][1] : 0), 0);

/**
 * Polygons of a path's rings, exteriors before their holes, turned as GeoJSON wants them: exteriors
 * counter-clockwise, holes clockwise.
 * @param {Point[][]} rings
 */
export function polygonsOf(rings) {
  // The build turns some paths as a whole: see geo/web/paths.py.
  const all = rings.reduce((sum, ring) => sum + turnOf(ring), 0);
  const turned = all < 0 ? rings.map((ring) => [...ring].reverse()) : rings;
  /** @type {Point[][][]} */
  const polygons = [];
  for (const ring of turned) {
    if (turnOf(ring) < 0 && polygons.length) polygons[polygons.length - 1].push(ring);
    else polygons.push([ring]);
  }
  return polygons;
}

/**
 * What of a ring lies on one side of the 180th meridian, closed along it.
 * @param {Point[]} ring
 * @param {1 | -1} side 1 for the part west of it, where longitudes are below 180
 * @returns {Point[]} longitudes from -180 to 180
 */
function sideOf(ring, side) {
  /** @type {Point[]} */
  const kept = [];
  ring.slice(1).forEach((to, i) => {
    const [from, a, b] = [ring[i], (180 - ring[i][0]) * side, (180 - to[0]) * side];
    if (a >= 0) kept.push(from);
    if (a * b < 0) kept.push([180, +(from[1] + ((to[1] - from[1]) * a) / (a - b)).toFixed(5)]);
  });
  const turn = side < 0 ? 360 : 0;
  return kept.length > 2 ? [...kept, kept[0]].map(([x, y]) => [x - turn, y]) : [];
}

/**
 * A polygon in parts that do not cross the 180th meridian, as GeoJSON wants it.
 * @param {Point[][]} polygon its longitudes may go on beyond 180, or below -180
 * @returns {Point[][][]}
 */
export function cutAtDateLine(polygon) {
  const lons = polygon[0].map(([x]) => x);
  const turn = Math.min(...lons) < -180 ? 360 : 0;
  if (!turn && Math.max(...lons) <= 180) return [polygon];
  const rings = polygon.map((ring) => ring.map(([x, y]) => /** @type {Point} */ ([x + turn, y])));
  const sides = /** @type {(1 | -1)[]} */ ([1, -1]);
  return sides
    .map((side) => rings.map((ring) => sideOf(ring, side)).filter((ring) => ring.length))
    .filter((part) => part.length);
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
