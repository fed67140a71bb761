// @ts-check
// What the build wrote into the document about the map: see `geo/web/contract.py`.
import { numberFormat } from "./numbers.js";

/** @typedef {import("./types/map-data").MapData} MapData */
/** @typedef {import("./types/map-data").MeasureData} Measure */
/** @typedef {import("./types/map-data").DistrictData} District */
/** @typedef {keyof MapData["strings"]} StringKey */

/** @type {MapData} */
export const data = JSON.parse(document.getElementById("map-data")?.textContent ?? "");
/** @type {Map<string, District>} */
export const districts = new Map(data.districts.map((d) => [d.code, d]));
/** @type {Map<string, Measure>} */
export const measures = new Map(data.measures.map((m) => [m.id, m]));

/** Of whole numbers. */
export const counts = numberFormat(data.language, [0, 0]);

/**
 * Text of the catalogue, its {names} filled in.
 * @param {StringKey} key
 * @param {Record<string, string | number | undefined>} [values]
 */
export function t(key, values = {}) {
  return data.strings[key].replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? counts.format(value) : `${value}`;
  });
}

/**
 * A district of the map, by its code.
 * @param {string} code
 */
export const districtOf = (code) => /** @type {District} */ (districts.get(code));
