// @ts-check
// Where names go: inside where there is room, else on a leader line to where no other district is.
// They keep apart, and hide in the order of importance. On a phone, where a leader would run across
// the map, a letter stands in the district, and the name in a key below. Distances are screen pixels.
import { DIRECTIONS } from "./directions.js";
import { ANNOTATED, CARTOGRAM, INSETS, MANY } from "./options.js";

/** @typedef {{x: number, y: number, w: number, h: number}} Box */
/** @typedef {Box & {of?: string, side?: number}} Taken a box in the way of all but its own district's label; the side of an inset's frame does not stop a leader out of it */
/** @typedef {Box & {across?: number}} Area where leaders may go, and how far over other districts */
/** @typedef {{x: number, y: number, steps: Box[]}} Leader its end, and the boxes it runs through */
/** @typedef {Box & {value?: string, line?: Leader, letter?: string}} Place */
/**
 * @typedef {object} Item a district to be named
 * @property {string} code
 * @property {number} x of its label point
 * @property {number} y
 * @property {number} r radius of its inscribed circle
 * @property {number} w width of the name
 * @property {number} valueWidth width of the value; 0 if it is not to be written
 * @property {string} value
 * @property {string} [letters] in place of a name that is wider than its tile
 * @property {number} circle radius that a circle or star takes at the label point; 0 for none
 * @property {number} star width of a star beside a leader's label; 0 for none
 * @property {number} [inset] the number of the inset that it lies in
 * @property {boolean} [tile] whether it is one of a grid: what is beside it is another's
 * @property {number} [note] the number of an annotation whose disc is on the label point
 */
/** @typedef {(code: string, x: number, y: number) => boolean} Foreign whether another district than one's own is there */
/** @typedef {[Item, Place]} Named */

export const SMALL = 24; // a polygon whose inscribed circle is narrower is reached by its label
export const MOST_LEADERS = 32; // of more, only the most important have one
const LEADERS_OF_MANY = 8;
export const TILE = 2.6; // a tile's width for the room in it that a name is told, less its borders
const TURNS = 24; // directions that are tried, 15 degrees apart
const STEP = 6; // pixels between the points of a text that are looked at
const ACROSS = 3; // in a crowd a leader runs over others for this part of the shorter side, at most
const NEAR = 48; // on a phone a leader runs over others for so many pixels, at most
const KEY_START = 40; // pixels of its line for letter, star and value of the highest
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

/**
 * @param {Box} a the area
 * @param {Box} b
 */
const isWithin = (a, b) => a.x < b.x && b.x + b.w < a.x + a.w && a.y < b.y && b.y + b.h < a.y + a.h;

/** @param {Item} item */
const isSmall = (item) => item.r * 2 < SMALL;

/**
 * The texts of a district as boxes around its label point: with the value, without.
 * @param {Item} item
 * @param {number} size of the type
 * @returns {Place[]}
 */
function textBoxes({ x, y, w, value, valueWidth }, size) {
  const name = { x: x - w / 2, y: y - size / 2 - 2, w, h: size + 3 };
  const wide = Math.max(w, valueWidth);
  const both = { x: x - wide / 2, y: y - size - 2, w: wide, h: size * 2 + 5, value };
  return value ? [both, name] : [name];
}

/**
 * Boxes to try inside the polygon, best first: around the label point, a little off it; under or
 * over a circle.
 * @param {Item} item
 * @param {number} size of the type
 * @returns {Place[]}
 */
function insideBoxes(item, size) {
  return textBoxes(item, size).flatMap((b) => {
    const offs = item.circle ? [item.circle + b.h / 2] : [0, size / 2, item.r / 2, item.r];
    return offs.flatMap((off) =>
      Object.values(DIRECTIONS)
        .slice(0, item.circle ? 2 : 4)
        .map(([dx, dy]) => ({ ...b, x: b.x + dx * off, y: b.y + dy * off })),
    );
  });
}

/**
 * Whether a text would stand on another district.
 * @param {Item} item
 * @param {Box} b
 * @param {Foreign} foreign
 */
function isAway(item, b, foreign) {
  const n = Math.ceil(b.w / STEP);
  for (let i = 0; i <= n; i += 1)
    for (let j = 0; j <= 4; j += 1) {
      const x = b.x + 2 + ((b.w - 4) * i) / n;
      const y = b.y + 2 + ((b.h - 4) * j) / 4;
      // In its inscribed circle it is at home.
      if (MANY && Math.hypot(x - item.x, y - item.y) < item.r) continue;
      if (foreign(item.code, x, y)) return true;
    }
  return false;
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
 * What of very many boxes a leader's label may meet.
 * @param {Item} item
 * @param {number} w of its text
 * @param {number} h
 * @param {number} reach
 * @param {Taken[]} taken
 */
function inReach({ x, y }, w, h, reach, taken) {
  const [wide, high] = [reach * 1.2 + w + STEP, reach + h + STEP];
  const within = { x: x - wide, y: y - high, w: 2 * wide, h: 2 * high };
  return taken.filter((box) => overlaps(within, box));
}

/**
 * The nearest free place for a leader's label within reach, all the way round.
 * @param {Item} item
 * @param {Place} text box of what is to be written
 * @param {Area} area
 * @param {Taken[]} taken
 * @param {number} reach
 * @param {Foreign} foreign
 * @returns {Place | null}
 */
function placeLeader(item, text, area, taken, reach, foreign) {
  const h = text.h + 1;
  const w = text.w + item.star;
  if (MANY) taken = inReach(item, w, h, reach, taken);
  /** @param {Box} part */
  const blocked = (part) => taken.some((o) => o.of !== item.code && overlaps(part, o));
  /** @param {Taken} o */
  const left = (o) => o.side !== undefined && o.side === item.inset;
  /** @param {Box} step */
  const barred = (step) => taken.some((o) => !left(o) && o.of !== item.code && overlaps(step, o));
  for (let far = 16 + item.circle; far < reach; far += 5) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const angle = (turn * 2 * Math.PI) / TURNS;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const aside = (w * (1 - Math.sign(Math.round(c * 2)))) / 2;
      const b = { ...text, x: item.x + c * far * 1.2 - aside, y: item.y + s * far - h / 2, w, h };
      if (!isWithin(area, b)) continue;
      // Most of very many are amid others: that their text would be on one is soon seen.
      if (MANY && foreign(item.code, b.x + 2, b.y + 2)) continue;
      if (blocked({ x: b.x - 4, y: b.y - 2, w: w + 8, h: h + 4 })) continue;
      if (isAway(item, b, foreign)) continue;
      const line = leader(item, b);
      // Across much of a crowded map nobody follows it.
      const over = () => line.steps.filter((step) => foreign(item.code, step.x + 2, step.y + 2));
      if (area.across && over().length * 4 > area.across) continue;
      if (!line.steps.some(INSETS ? barred : blocked)) return { ...b, line };
    }
  }
  return null;
}

/**
 * Names that find room inside their districts, and the districts of those that do not.
 * @param {Item[]} items
 * @param {number} size
 * @param {Box} area
 * @param {Taken[]} fixed
 * @param {Foreign} foreign
 * @param {Item} [first] the most important one, which has its value or stands elsewhere; as letters, it stands as all do
 * @returns {[Named[], Item[]]}
 */
function placeInside(items, size, area, fixed, foreign, first) {
  /** @type {Named[]} */
  const names = [];
  const others = [];
  for (const item of items) {
    const taken = [...fixed, ...names.map(([, b]) => b)];
    const fits =
      CARTOGRAM && item.tile ? item.w < item.r * TILE : !isSmall(item) && item.w < item.r * 4.5;
    const b =
      fits &&
      insideBoxes(item, size).find(
        (c) =>
          (item !== first || c.value || !item.value || (CARTOGRAM && item.letters)) &&
          !(CARTOGRAM && item.tile && c.h > item.r * TILE) &&
          isWithin(area, c) &&
          !taken.some((o) => overlaps(c, o)) &&
          !isAway(item, c, foreign),
      );
    if (b) names.push([item, b]);
    else others.push(item);
  }
  return [names, others];
}

/**
 * Whether a letter can stand in its district: the disc of its own annotation is its letter.
 * @param {Item} item
 * @param {number} size
 * @param {Taken[]} covers
 */
const isFree = (item, size, covers) =>
  item.note || !covers.some((o) => overlaps(around(item.x, item.y, size / 2), o));

/**
 * Names inside come first, by importance; then leaders and letters.
 * @param {Item[]} items the most important first
 * @param {number} size of the type
 * @param {Box} area where leaders may go
 * @param {Foreign} foreign
 * @param {Taken[]} [covers] buttons and texts over the map and sides of frames, which names keep off
 * @param {number} [key] width of the key below the map of a phone; 0 where there is none
 * @returns {Named[]}
 */
export function placeAll(items, size, area, foreign, covers = [], key = 0) {
  /** @type {Taken[]} */
  const dots = items
    .filter(CARTOGRAM ? (item) => isSmall(item) && !item.tile : isSmall)
    .slice(0, MOST_LEADERS)
    .map((item) => ({ ...around(item.x, item.y, DOT), of: item.code }));
  dots.push(...covers);
  const [names, led] = placeInside(items, size, area, dots, foreign, items[0]);
  /** @type {Named[]} */
  const leaders = [];
  // Of very many, only the nearest places are looked at.
  const many = MANY && led.length > MOST_LEADERS;
  // Where many may have one, a long leader runs across others and cannot be followed.
  const crowd = MANY && items.length > MOST_LEADERS;
  const whole = area.w + area.h;
  /** @type {Area} */
  const space = { ...area, across: key ? NEAR : crowd ? Math.min(area.w, area.h) / ACROSS : 0 };
  const far = many ? 80 : crowd ? 70 : whole;
  /** @returns {Taken[]} */
  const taken = () => [...dots, ...leaders.flatMap(([, b]) => [b, ...(b.line?.steps ?? [])])];
  const inside = names.map(([item]) => item);
  let letters = 9; // the last digit; then come a, b, c
  let room = key - KEY_START;
  for (const item of many ? led.slice(0, LEADERS_OF_MANY) : led) {
    if (!overlaps(area, around(item.x, item.y, 1))) continue;
    const first = item === items[0];
    if (CARTOGRAM && item.tile && !first) continue;
    const reach = MANY && first ? whole : far;
    const texts = textBoxes(item, size);
    let b = null;
    // Of the highest the value, too, however far. It and what is too small to hit are led, if need
    // be, to where a name inside has to give way.
    for (const others of first || isSmall(item) ? [names, []] : [names])
      for (const text of first ? texts.slice(0, 1) : texts) {
        const fixed = [...taken(), ...others.map(([, o]) => o)];
        b ??= placeLeader(item, text, space, fixed, reach, foreign);
      }
    // Among many small ones its line may have no way but across the dots of others, and the map.
    if (MANY && first && !key) b ??= placeLeader(item, texts[0], area, covers, reach, foreign);
    // The key is one line: of the highest the value, too, of others the name.
    if (
      !b &&
      key &&
      (!ANNOTATED || isFree(item, size, covers)) &&
      (first || (isSmall(item) && !crowd && item.w < room))
    ) {
      if (!item.star && !(ANNOTATED && item.note)) letters += 1;
      room -= item.w + 2 * size;
      const sign = item.star ? "★" : letters.toString(36);
      const letter = ANNOTATED && item.note ? `${item.note}` : sign;
      b = { ...around(item.x, item.y, size / 2), letter, value: first ? item.value : "" };
    }
    if (b) leaders.push([item, b]);
    else if (first) inside.unshift(item);
  }
  return [...placeInside(inside, size, area, taken(), foreign)[0], ...leaders];
}
