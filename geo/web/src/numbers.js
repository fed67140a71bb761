// @ts-check
import { MANY, OWN_MARKS } from "./options.js";

/** @typedef {import("./types/map-data").MapData} MapData */

/**
 * A number as the build writes those that are not negative: `geo/base/numerals.py`. To ask the browser
 * for the form of a language takes a good part of what a page takes to load.
 * @param {number} n
 * @param {number} least digits after the point; it has no more of them than it may
 * @param {MapData["marks"]} marks of the map
 * @param {string} [zero]
 */
export function numberText(n, least, [decimal, group, ungrouped], zero) {
  // Thousands of districts mostly have numbers with nothing to part and a point.
  if (MANY && n < 1000 && decimal === "." && !zero) return least ? n.toFixed(least) : `${n}`;
  const text = (least ? n.toFixed(least) : `${n}`)
    .replace(".", decimal)
    .replace(/\d+/, (whole) =>
      whole.length > ungrouped ? whole.replace(/\B(?=(...)+$)/g, group) : whole,
    );
  if (!OWN_MARKS || !zero) return text;
  return text.replace(/\d/g, (digit) => String.fromCodePoint(zero.charCodeAt(0) + +digit));
}
