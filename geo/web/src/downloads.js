// @ts-check
// Files made in the page itself; an embed asks for one, the true polygons, if a reader wants it.
import { csvText } from "./csv.js";
import { data, t } from "./data.js";
import { downloads, make, on, target } from "./dom.js";
import { levelsOf, titleOf } from "./format.js";
import { CROSSED, PERIODS } from "./options.js";
import { toPng } from "./picture.js";
import * as WORDS from "./words.js";

/**
 * @param {string} href
 * @param {string} name
 */
const download = (href, name) => make("a", { href, download: name }).click();

/**
 * @param {string} name
 * @param {Blob} content
 */
function save(name, content) {
  const href = URL.createObjectURL(content);
  download(href, name);
  setTimeout(() => URL.revokeObjectURL(href), 10000);
}

/** Of the CSV, before the measures. */
const COLUMNS = [WORDS.code, WORDS.district, WORDS.kind, WORDS.area];

/** All periods of a map that has some, a row for each district and period. */
function toCsv() {
  const ms = data.measures;
  const head = [...COLUMNS.map((key) => t(key)), ...ms.map(titleOf)];
  const lines = data.districts.map((d) => [
    d.code,
    d.name,
    d.kind,
    d.area,
    ...ms.map((m) => (CROSSED && m.kind === "bivariate" ? levelsOf(d, m) : d.values[m.id])),
  ]);
  if (!PERIODS || !data.periods) return csvText([head, ...lines]);
  const timely = data.periods.flatMap(({ label, measures }) =>
    lines.map((line, i) => [
      ...line.slice(0, 4),
      label,
      ...ms.map((m, k) => {
        const own = measures[m.id];
        if (!own) return line[4 + k]; // a change
        return m.kind === "bivariate" ? own.grid?.words[own.classes[i] ?? -1] : own.values[i];
      }),
    ]),
  );
  return csvText([[...head.slice(0, 4), t(WORDS.period), ...head.slice(4)], ...timely]);
}

/**
 * By their ending: what makes them, and their type. A phone asks of a file what it is before it
 * offers to keep it among the pictures.
 * @typedef {Record<string, [() => string | Promise<Blob>, string]>} Files
 */

/** @type {Files} */
const FILES = { csv: [toCsv, "text/csv"], png: [toPng, "image/png"] };

/** @param {Files} [more] of the page alone */
export function startDownloads(more = {}) {
  const files = { ...FILES, ...more };
  on(downloads, ["click"], async (event) => {
    const kind = target(event).value;
    const name = `${data.name}.${kind}`;
    const [content, type] = files[kind] ?? [];
    if (content) save(name, new Blob([await content()], { type }));
    else if (kind) download(new URL(encodeURI(name), document.baseURI).href, name); // the map's own file, beside the embed
  });
}
