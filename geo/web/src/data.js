// @ts-check
// What the build wrote into the document about the map: see `geo/web/contract.py`.
import { byId } from "./dom.js";
import { numberFormat } from "./numbers.js";
import { MANY } from "./options.js";

/** @typedef {import("./types/map-data").MapData} MapData */
/** @typedef {import("./types/map-data").MeasureData} Measure */
/** @typedef {import("./types/map-data").DistrictData} District */
/** @typedef {keyof MapData["strings"]} StringKey */

/** @type {MapData} */
export const data = JSON.parse(/** @type {string} */ (byId("map-data").textContent));
/** @type {Map<string, District>} */
export const districts = new Map(data.districts.map((d) => [d.code, d]));
/** @type {Map<string, Measure>} */
export const measures = new Map(data.measures.map((m) => [m.id, m]));

/**
 * A number of districts: of a few it has no separators.
 * @type {(n: number) => string}
 */
export const countText = MANY ? numberFormat(data.language, [0, 0]).format : String;

/**
 * Text of the catalogue, its {names} filled in.
 * @param {StringKey} key
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
