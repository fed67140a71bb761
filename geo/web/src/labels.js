// @ts-check
// Names on the map, and everything else that has a size in pixels.
import { narrow_below } from "../sizes.json";
import { circleOf, drawCircleLegend, drawCircles } from "./circles.js";
import { data, districtOf } from "./data.js";
import { draw, key, labels, make, places, stage, svg } from "./dom.js";
import { byRank, fillOf, gapOf, isRanked, nameOf, placeOf, rankOf, textOf } from "./format.js";
import { isForeign } from "./ground.js";
import { frameSides, inOtherInset, insetAt } from "./insets.js";
import { ANNOTATED, CARTOGRAM, GAPS, INSETS, MANY } from "./options.js";
import { MOST_LEADERS, placeAll, SMALL, TILE } from "./place-labels.js";
import { measure, onChange, state } from "./state.js";
import { textWidth } from "./text-width.js";
import { inTurn } from "./turns.js";
import { box, view } from "./view.js";

const LEAST = 9; // pixels of the type in a tile: of smaller ones readers point at it
const CAPITALS = 1.1; // M is so much wider than what is reckoned for a capital
const STAR = 8; // pixels from a star's centre to what keeps away from it

/** The buttons over the map, from its upper left corner. */
const buttonBoxes = () =>
  [.../** @type {NodeListOf<HTMLElement>} */ (stage.querySelectorAll(".zoom"))].map((zoom) => ({
    x: zoom.offsetLeft,
    y: zoom.offsetTop,
    w: zoom.offsetWidth,
    h: zoom.offsetHeight,
  }));

/** The tile grid, if it is what readers see. */
const gridOf = () =>
  CARTOGRAM && state.cartogram && !data.cartogram?.area ? data.cartogram : undefined;

/**
 * Whether a text of each district fits its tile.
 * @param {(d: import("./data.js").District) => string} text
 * @param {number} size
 * @param {number} k
 */
const fitTiles = (text, size, k) =>
  data.districts.every((d) => textWidth(text(d), size) < d.at[2] * k * TILE);

/**
 * Size of the type: on a tile grid where letters stand for names, one in which they fit.
 * @param {number} size
 * @param {number} k
 */
function typeSize(size, k) {
  const letters = gridOf()?.letters;
  if (!letters || fitTiles(nameOf, size, k)) return size;
  const wide = Math.max(...letters.map((text) => textWidth(text, CAPITALS)));
  return Math.max(LEAST, Math.min(size, Math.floor((data.districts[0].at[2] * k * TILE) / wide)));
}

/**
 * Of a tile grid, in which no name may reach over its neighbours: letters if one is too long.
 * @param {number} size
 * @param {number} k
 * @returns {(d: import("./data.js").District) => {tile?: boolean, letters?: string, w?: number}}
 */
function lettersOf(size, k) {
  const grid = gridOf();
  if (!grid) return () => ({});
  const long = !fitTiles(nameOf, size, k);
  return (d) => {
    const short = long && grid.letters?.[placeOf(d)];
    return { tile: true, ...(short && { letters: short, w: textWidth(short, size) }) };
  };
}

/**
 * The districts to be named, the most important first: the pinned one, then by rank.
 * @param {number} size
 * @param {{k: number, x: number, y: number}} view
 */
function itemsOf(size, { k, x, y }) {
  const m = measure();
  const onMap = !(CARTOGRAM && state.cartogram); // stars and notes are
  const tiles = lettersOf(size, k);
  // Of a grid all tiles are told alike: all with their values, or none.
  const grid = gridOf();
  const bare = grid && !fitTiles((d) => textOf(d, m), size, k);
  let small = 0;
  const ranked = (MANY ? byRank(m) : data.districts)
    .map((d) => ({
      d,
      weight: d.code === state.district ? 0 : isRanked(d, m) ? rankOf(d, m) : Infinity,
    }))
    .sort((a, b) => a.weight - b.weight);
  // Of very many the small ones after the first have no label: nothing is worked out for them.
  const shown = MANY
    ? ranked.filter(({ d }) => grid || d.at[2] * k * 2 >= SMALL || small++ <= MOST_LEADERS)
    : ranked;
  return shown.map(({ d }) => {
    const place = data.places.find((p) => p.code === d.code);
    // A dot or a number stands where the name would, as a star does.
    const note =
      ANNOTATED && onMap && 1 + (data.annotations ?? []).findIndex((a) => a.code === d.code);
    const marked = onMap && (place || note);
    const circle = circleOf(d);
    const value = gapOf(d, m) || circle || bare ? "" : textOf(d, m);
    return {
      code: d.code,
      x: d.at[0] * k + x,
      y: d.at[1] * k + y,
      r: d.at[2] * k,
      w: textWidth(nameOf(d), size),
      value,
      valueWidth: textWidth(value, size),
      circle: circle || (marked && d.at[2] * k > SMALL / 2 ? STAR : 0),
      star: onMap && place?.approximate ? 2 * STAR : 0,
      ...(note && { note }),
      ...(CARTOGRAM && tiles(d)),
      ...(INSETS && { inset: insetAt(d.at[0], d.at[1]) }),
    };
  });
}

/**
 * @param {import("./place-labels.js").Named} named
 * @param {number} size
 * @param {number} k
 */
function drawLabel([item, b], size, k) {
  const d = districtOf(item.code);
  const m = measure();
  const fill = fillOf(d, m);
  const ownInk = !b.line && !item.circle && !gapOf(d, m);
  const middle = b.x + (b.w + (b.line ? item.star : 0)) / 2 - item.x;
  // The disc of an annotation is its district's letter.
  const name = (CARTOGRAM && item.letters) || nameOf(d);
  const texts = b.letter ? [b.letter] : b.value ? [name, b.value] : [name];
  if (ANNOTATED && b.letter && item.note) texts.pop();
  /** @type {SVGElement[]} */
  const parts = texts.map((text, i) =>
    draw(
      "text",
      {
        x: middle,
        y: b.y - item.y + size + i * (size + 2),
        "font-size": size,
        ...(ownInk && { fill: data.white_on.includes(fill) ? "#fff" : "#000", stroke: fill }),
      },
      text,
    ),
  );
  if (b.line) {
    const line = `M0 0L${b.line.x - item.x} ${b.line.y - item.y}`;
    const w = Math.max(SMALL, b.w + 8);
    const h = Math.max(SMALL, b.h);
    parts.unshift(
      draw("path", { d: line, class: "halo" }),
      draw("path", { d: line }),
      draw("circle", { r: 2 }),
      draw("rect", {
        x: middle - w / 2,
        y: b.y - item.y + (b.h - h) / 2,
        width: w,
        height: h,
      }),
    );
  }
  const at = `translate(${d.at[0]} ${d.at[1]}) scale(${1 / k})`;
  return draw("g", { transform: at, ...(b.line && { "data-of": d.code }) }, ...parts);
}

/**
 * What a letter in the map stands for: a button, for the district is too small to hit.
 * @param {import("./place-labels.js").Named} named
 */
const keyOf = ([{ code }, { letter, value }]) =>
  make("button", { name: "place", value: code }, `${letter} ${nameOf(districtOf(code))} ${value}`);

/** Draw anew what has a size in pixels: after a zoom, a turn of the phone, a choice. */
export function layOut() {
  const narrow = stage.clientWidth < narrow_below;
  const now = view();
  const { k, x, y, width, height } = now;
  const size = typeSize(narrow ? 12 : 13, k);
  const area = {
    x: Math.min(0, x + box.x * k),
    y: Math.min(0, y + box.y * k),
    w: Math.max(width, box.width * k),
    h: Math.max(height, box.height * k),
  };
  drawCircles(k);
  drawCircleLegend();
  /** @type {import("./place-labels.js").Taken[]} */
  const texts = buttonBoxes();
  if (INSETS) texts.push(...frameSides(now));
  if (ANNOTATED && !(CARTOGRAM && state.cartogram)) {
    // A text, or the disc of a number: 16 pixels wide, as a star.
    for (const { at, place } of data.annotations ?? []) {
      const [px, py, w, h] = (!narrow && at) || [...place, 2 * STAR, 2 * STAR];
      texts.push({ x: px * k + x - w / 2, y: py * k + y - h / 2, w, h });
    }
  }
  /** @type {import("./place-labels.js").Foreign} */
  const foreign = (code, px, py) =>
    (INSETS && inOtherInset(code, (px - x) / k, (py - y) / k)) ||
    isForeign(code, (px - x) / k, (py - y) / k);
  const named = placeAll(itemsOf(size, now), size, area, foreign, texts, narrow ? width : 0);
  labels.replaceChildren(...named.map((one) => drawLabel(one, size, k)));
  key.replaceChildren(...named.filter(([, b]) => b.letter).map(keyOf));
  if (GAPS)
    for (const pattern of svg.querySelectorAll("pattern"))
      pattern.setAttribute("patternTransform", `scale(${1 / k})`);
  const marks = places.querySelectorAll(":scope > g > *");
  for (const mark of marks) mark.setAttribute("transform", `scale(${1 / k})`);
  data.places.forEach(({ code, approximate }, i) => {
    // A star that only shows the district stands beside its name, where it covers nothing.
    for (const [item, b] of approximate ? named : [])
      if (item.code === code && b.line) {
        const aside = `${b.x + STAR - item.x} ${b.y + b.h / 2 - item.y}`;
        marks[i].setAttribute("transform", `scale(${1 / k}) translate(${aside})`);
      }
  });
}

export function startLabels() {
  const later = MANY && inTurn(layOut, data.districts.length);
  onChange((changed) => {
    if (changed.measure || changed.circles || changed.district) (later || layOut)();
  });
}
