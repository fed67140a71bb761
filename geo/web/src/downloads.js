// @ts-check
// Files made in the page itself: nothing is asked of a server.
import { csvText } from "./csv.js";
import { data, t } from "./data.js";
import { downloads, make, on, target } from "./dom.js";
import { titleOf } from "./format.js";
import { pathOf } from "./paint.js";
import { toPng } from "./picture.js";
import { polygonsOf, ringsOf, unproject } from "./rings.js";

/**
 * @param {string} name
 * @param {Blob} content
 */
function save(name, content) {
  const href = URL.createObjectURL(content);
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
}

function toCsv() {
  const ms = data.measures;
  const head = [t("code"), t("district"), t("kind"), t("area"), ...ms.map(titleOf)];
  const lines = data.districts.map((d) => [
    d.code,
    d.name,
    d.kind,
    d.area,
    ...ms.map((m) => d.values[m.id]),
  ]);
  return csvText([head, ...lines]);
}

function toGeojson() {
  const features = data.districts.map(({ code, name, kind, approximate, values }) => {
    const rings = ringsOf(pathOf(code)).map((ring) =>
      ring.map((point) => unproject(point, data.plane)),
    );
    return {
      type: "Feature",
      id: code,
      properties: { code, name, kind, approximate, ...values },
      geometry: { type: "MultiPolygon", coordinates: polygonsOf(rings) },
    };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** @type {Record<string, () => string | Promise<Blob>>} */
const FILES = { csv: toCsv, geojson: toGeojson, png: toPng };

export function startDownloads() {
  on(downloads, ["click"], async (event) => {
    const kind = target(event).value;
    if (kind) save(`${data.name}.${kind}`, new Blob([await FILES[kind]()]));
  });
}
