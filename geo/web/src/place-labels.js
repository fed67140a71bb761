// @ts-check
// Where names go: inside where there is room, on a leader line where a district is too small to
// hit. They keep apart, and hide in the order of importance. Distances are screen pixels.

/** @typedef {{x: number, y: number, w: number, h: number}} Box */
/** @typedef {Box & {of?: string}} Taken a box in the way of all but its own district's label */
/** @typedef {{x: number, y: number, steps: Box[]}} Leader its end, and the boxes it runs through */
/** @typedef {Box & {value?: string, line?: Leader}} Place */
/** @typedef {Place & {line: Leader}} Led */
/**
 * @typedef {object} Item a district to be named
 * @property {string} code
 * @property {number} x of its label point
 * @property {number} y
 * @property {number} r radius of its inscribed circle
 * @property {number} w width of the name
 * @property {number} valueWidth width of the value; 0 if it is not to be written
 * @property {string} value
 * @property {number} circle radius that a circle or star takes at the label point; 0 for none
 */
/** @typedef {[Item, Place]} Named */

export const SMALL = 24; // a polygon whose inscribed circle is narrower is reached by its label
const MOST_LEADERS = 32; // of more, only the most important have one
const LEADERS_OF_MANY = 8;
const MOST_BODIES = 99; // places that leaders keep away from: beyond that the map is full anyway
const TURNS = 24; // directions that are tried, 15 degrees apart
const DOT = 6; // half the room that a leader's dot takes

/**
 * @param {Box} a
 * @param {Box} b
 */
export const overlaps = (a, b) =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/**
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @returns {Box}
 */
const around = (x, y, r) => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r });

/** @param {Item} item */
const isSmall = (item) => item.r * 2 < SMALL;

/**
 * Boxes inside the polygon, best first: with the value, without; under or over a circle.
 * @param {Item} item
 * @param {number} size of the type
 * @returns {Place[]}
 */
function insideBoxes({ x, y, r, w, circle, value, valueWidth }, size) {
  const name = { x: x - w / 2, y: y - size / 2 - 2, w, h: size + 3 };
  if (circle)
    return [
      { ...name, y: y + circle },
      { ...name, y: y - circle - size - 3 },
    ];
  if (!value || r < size * 2) return [name];
  const wide = Math.max(w, valueWidth);
  return [{ x: x - wide / 2, y: y - size - 2, w: wide, h: size * 2 + 5, value }, name];
}

/**
 * A leader line as the small boxes it runs through, from beside its district's dot to its label.
 * @param {Item} item
 * @param {Box} b
 * @returns {Leader}
 */
function leader(item, b) {
  const x = Math.min(b.x + b.w, Math.max(b.x, item.x));
  const y = Math.min(b.y + b.h - 2, Math.max(b.y + 2, item.y));
  const n = Math.ceil(Math.hypot(x - item.x, y - item.y) / 4);
  const steps = Array.from({ length: n }, (_, i) =>
    around(item.x + ((x - item.x) * i) / n, item.y + ((y - item.y) * i) / n, 2),
  );
  return { x, y, steps: steps.slice(3) };
}

/**
 * The nearest free place for a leader's label within reach, all the way round.
 * @param {Item} item
 * @param {number} size of the type
 * @param {Box} area
 * @param {Taken[]} taken
 * @param {number} reach
 * @returns {Led | null}
 */
function placeLeader(item, size, area, taken, reach) {
  const h = size + 4;
  /** @param {Box} part */
  const blocked = (part) => taken.some((o) => o.of !== item.code && overlaps(part, o));
  for (let far = 16 + item.circle; far < reach; far += 5) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const angle = (turn * 2 * Math.PI) / TURNS;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const aside = (item.w * (1 - Math.sign(Math.round(c * 2)))) / 2;
      const b = { x: item.x + c * far * 1.2 - aside, y: item.y + s * far - h / 2, w: item.w, h };
      const inside =
        b.x > area.x && b.y > area.y && b.x + b.w < area.x + area.w && b.y + h < area.y + area.h;
      if (!inside || blocked({ x: b.x - 4, y: b.y - 2, w: b.w + 8, h: h + 4 })) continue;
      const line = leader(item, b);
      if (!line.steps.some(blocked)) return { ...b, line };
    }
  }
  return null;
}

/**
 * Names that find room inside their districts, and the districts of those that do not.
 * @param {Item[]} items
 * @param {number} size
 * @param {Taken[]} dots
 * @returns {[Named[], Item[]]}
 */
function placeInside(items, size, dots) {
  /** @type {Named[]} */
  const names = [];
  const others = [];
  for (const item of items) {
    const taken = [...dots, ...names.map(([, b]) => b)];
    const fits = !isSmall(item) && item.w < item.r * 4.5;
    const b = fits && insideBoxes(item, size).find((c) => !taken.some((o) => overlaps(c, o)));
    if (b) names.push([item, b]);
    else others.push(item);
  }
  return [names, others];
}

/**
 * Names inside come first, by importance; then the leaders.
 * @param {Item[]} items the most important first
 * @param {number} size of the type
 * @param {Box} area where leaders may go
 * @param {Taken[]} [texts] on the map, which names keep off
 * @returns {Named[]}
 */
export function placeAll(items, size, area, texts = []) {
  /** @type {Taken[]} */
  const dots = items
    .filter(isSmall)
    .slice(0, MOST_LEADERS)
    .map((item) => ({ ...around(item.x, item.y, DOT), of: item.code }));
  dots.push(...texts);
  const bodies = items
    .filter((item) => item.circle || item.r * 2 < item.w)
    .slice(0, MOST_BODIES)
    .map((item) => ({ ...around(item.x, item.y, item.circle || item.r), of: item.code }));
  let [names, led] = placeInside(items, size, dots);
  /** @type {[Item, Led][]} */
  const leaders = [];
  const reach = 80 + area.h * 0.4;
  for (const item of led.slice(0, led.length > MOST_LEADERS ? LEADERS_OF_MANY : led.length)) {
    const fixed = [...dots, ...leaders.flatMap(([, b]) => [b, ...b.line.steps])];
    const free = [...fixed, ...names.map(([, b]) => b)];
    // Rather not over a circle or another small district; if need be, where a name inside has to
    // give way.
    const b =
      placeLeader(item, size, area, [...free, ...bodies], 60) ??
      placeLeader(item, size, area, free, reach) ??
      (isSmall(item) ? placeLeader(item, size, area, fixed, reach) : null);
    if (!b) continue;
    leaders.push([item, b]);
    names = names.filter(([, o]) => ![b, ...b.line.steps].some((part) => overlaps(part, o)));
  }
  return [...names, ...leaders];
}
