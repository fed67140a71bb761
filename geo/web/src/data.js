// @ts-check
// What the build wrote into the document about the map: see `geo/web/contract.py`.
import { byId } from "./dom.js";
import { numberText } from "./numbers.js";
import { MANY } from "./options.js";

/** @typedef {import("./types/map-data").MapData} MapData */
/** @typedef {import("./types/map-data").MeasureData} Measure */
/** @typedef {import("./types/map-data").DistrictData} District */

/** @type {MapData} */
export const data = JSON.parse(/** @type {string} */ (byId("map-data").textContent));
if (MANY && data.columns) fromColumns(data.columns);
/** @type {Map<string, District>} */
export const districts = new Map(data.districts.map((d) => [d.code, d]));
/** @type {Map<string, Measure>} */
export const measures = new Map(data.measures.map((m) => [m.id, m]));

/**
 * Put back what the build took out of very many districts: see `geo/web/columns.py`.
 * @param {NonNullable<MapData["columns"]>} columns
 */
function fromColumns({ search, area, at }) {
  for (const [i, d] of data.districts.entries()) {
    d.search = search[i];
    d.area = area[i];
    d.at = at[i];
  }
  for (const m of data.measures) {
    /** @type {Measure["ranks"] | undefined} */
    let ranks = m.ranks;
    // Not sorted before they are asked for.
    Object.defineProperty(m, "ranks", {
      get() {
        ranks ??= ranksOf(data.districts.map(({ values }) => values[m.id]));
        return ranks;
      },
      set(given) {
        ranks = given;
      },
    });
  }
}

/**
 * Ranks: 1 is the largest, equal values share one, null has none.
 * @param {(number | null)[]} values
 */
function ranksOf(values) {
  // Numbers alone are sorted in a fraction of the time that a comparison of ours would take.
  const sorted = Float64Array.from(values.filter((value) => value !== null)).sort();
  /** @type {Map<number, number>} */
  const ranks = new Map();
  for (const [i, value] of sorted.entries()) ranks.set(value, sorted.length - i);
  // Of equal values the last one is set, which is the first from above.
  return values.map((value) => (value === null ? null : /** @type {number} */ (ranks.get(value))));
}

/**
 * A number of districts: of a few it has no separators.
 * @type {(n: number) => string}
 */
export const countText = MANY ? (n) => numberText(n, 0, data.marks, data.zero) : String;

/**
 * Text of the catalogue, its {names} filled in.
 * @param {number} key of words.js
 * @param {Record<string, string | number | undefined>} [values]
 */
export function t(key, values = {}) {
  return data.strings[key].replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return MANY && typeof value === "number" ? countText(value) : `${value}`;
  });
}

/**
 * A district of the map, by its code.
 * @param {string} code
 */
export const districtOf = (code) => /** @type {District} */ (districts.get(code));
