// @ts-check
import { OWN_MARKS } from "./options.js";

/** @typedef {import("./types/map-data").MapData} MapData */

/**
 * Numbers as the build writes those that are not negative: `geo/base/numerals.py`.
 * @param {Pick<MapData, "language" | "marks">} data of the map
 * @param {number[]} digits after the point, least and most
 * @returns {{ format: (n: number) => string }}
 */
export function numberFormat({ language, marks }, [minimumFractionDigits, maximumFractionDigits]) {
  const own = OWN_MARKS && marks;
  const intl = new Intl.NumberFormat(own ? own.language : language, {
    minimumFractionDigits,
    maximumFractionDigits,
  });
  if (!own) return intl;
  /** @type {(n: number) => string} */
  const group = (n) => (n < 10 ** own.ungrouped ? "" : own.group);
  return {
    format: (n) =>
      intl
        .formatToParts(n)
        .map(({ type, value }) =>
          type === "group" ? group(n) : type === "decimal" ? own.decimal : value,
        )
        .join(""),
  };
}
