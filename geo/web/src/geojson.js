// @ts-check
// The page's districts as GeoJSON; an embed asks for the map's own file: its drawing is too coarse.
import { BY_CLASS, outlineOf } from "./classes.js";
import { data } from "./data.js";
import { shapes } from "./dom.js";
import { cutAtDateLine, polygonsOf, ringsOf, unproject } from "./rings.js";

/** @typedef {import("./types/map-data.d.ts").PlaneData} PlaneData */

/**
 * A district's values in every period, named as in the map's own file.
 * @param {number} i
 */
function ofPeriods(i) {
  const named = (data.periods ?? []).flatMap(({ label, measures }) =>
    Object.entries(measures).map(([id, { values }]) => [`${id}_${label}`, values[i]]),
  );
  return Object.fromEntries(named);
}

/**
 * The outline that the build drew, also while a cartogram is shown.
 * @param {string} code
 */
function drawnOf(code) {
  if (BY_CLASS) return outlineOf(code);
  const shape = shapes.get(code);
  return shape?.getAttribute("data-outline") ?? shape?.getAttribute("d") ?? "";
}

export function toGeojson() {
  const plane = /** @type {PlaneData} */ (data.plane);
  const features = data.districts.map(({ code, name, kind, approximate, values }, i) => {
    const rings = ringsOf(drawnOf(code)).map((ring) =>
      ring.map((point) => unproject(point, plane)),
    );
    return {
      type: "Feature",
      id: code,
      properties: { code, name, kind, approximate, ...values, ...ofPeriods(i) },
      geometry: { type: "MultiPolygon", coordinates: polygonsOf(rings).flatMap(cutAtDateLine) },
    };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}
