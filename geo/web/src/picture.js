// @ts-check
// The current view as a picture: title, legend, map and source in one SVG, painted on a canvas.
import { block, legend_most, narrow_below } from "../sizes.json";
import { data, t } from "./data.js";
import { circleLegend, draw, filled, main, make, svg } from "./dom.js";
import { breaksOf, gapOf, titleOf, unclassed } from "./format.js";
import { ANNOTATED, CROSSED, GAPS, RTL } from "./options.js";
import { measure } from "./state.js";
import { view } from "./view.js";
import * as WORDS from "./words.js";

const SCALE = 2; // pixels of the picture for one of the page
const MARGIN = 16;
const LEADING = 1.45;
const MUTED = { fill: "var(--muted)" };
const BOLD = { "font-weight": 600 };
const SIGNS = /** @type {["missing" | "inapplicable", string, number][]} */ ([
  ["missing", "▨", WORDS.missing],
  ["inapplicable", "▦", WORDS.inapplicable],
]);
const COLORS = ["bg", "text", "muted", "land", "accent"];

/**
 * Break a text into lines of at most `width` pixels: between words, in Chinese between characters.
 * @param {string} text
 * @param {string} font
 * @param {number} width
 */
function wrapped(text, font, width) {
  const lines = [""];
  const pen = /** @type {CanvasRenderingContext2D} */ (make("canvas").getContext("2d"));
  pen.font = font;
  for (const word of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (lines[0] && pen.measureText(lines[0] + word).width > width) lines.unshift("");
    lines[0] += word;
  }
  return lines.reverse();
}

/** @param {string[]} colors */
const stopsOf = (colors) =>
  colors.map((color, i) => draw("stop", { offset: i / (colors.length - 1), "stop-color": color }));

/** The classes, or the ramp, with their breaks; as wide as they may be. */
function legendPart() {
  const m = measure();
  const { colors } = m;
  const breaks = breaksOf(m);
  const ramp = unclassed(m);
  const wide = Math.min(legend_most, view().width);
  const fills = ramp ? ["url(#ramp)"] : colors;
  const joints = ramp ? [breaks[0], breaks[breaks.length - 1]] : breaks;
  const [step, apart] = [wide / fills.length, wide / (joints.length - 1)];
  return [
    ...(ramp ? [draw("linearGradient", { id: "ramp" }, ...stopsOf(colors))] : []),
    ...fills.map((fill, i) => draw("rect", { x: i * step, width: step, height: block, fill })),
    ...joints.map((text, i) => {
      const side = i ? (joints[i + 1] ? "middle" : "end") : "start";
      return draw("text", { x: i * apart, y: 26, "text-anchor": side }, text);
    }),
  ];
}

const CELL = 28;
const BESIDE = 56; // room for the break values beside the grid

/**
 * Rows of classes, the line of a title above them, two lines below.
 * @param {import("./types/map-data.js").GridData} grid
 */
const gridHeight = ({ columns }) => 56 + (CELL * measure().colors.length) / columns;

/**
 * The classes of two measures, with their breaks and names.
 * @param {import("./types/map-data.js").GridData} grid
 */
function gridPart({ columns, x, y }) {
  const { colors } = measure();
  const rows = colors.length / columns;
  const wide = Math.max(CELL, 200 / columns);
  const foot = 20 + rows * CELL;
  return [
    draw("text", { y: 12 }, `↑ ${y.title}`),
    ...colors.map((fill, i) =>
      draw("rect", {
        x: BESIDE + (i % columns) * wide,
        y: foot - CELL * (1 + Math.floor(i / columns)),
        width: wide,
        height: CELL,
        fill,
      }),
    ),
    ...y.joints.map((text, i) =>
      draw("text", { x: BESIDE - 4, y: foot - i * CELL + 4, "text-anchor": "end" }, text),
    ),
    ...x.joints.map((text, i) =>
      draw("text", { x: BESIDE + i * wide, y: foot + 14, "text-anchor": "middle" }, text),
    ),
    draw("text", { x: BESIDE, y: foot + 30 }, `${x.title} →`),
  ];
}

/** The states without a value that occur, each with a sign like its hatching. */
function gapsText() {
  const found = SIGNS.filter(([gap]) => data.districts.some((d) => gapOf(d, measure()) === gap));
  return found.map(([, sign, word]) => `${sign} ${t(word)}`).join("  ");
}

/** The picture as SVG, with the page's rules and the colours of its theme. */
export function picture() {
  const { k, x, y, width, height } = view();
  const look = getComputedStyle(main);
  /** @type {Element[]} */
  const parts = [];
  const rtl = RTL && look.direction === "rtl";
  /** @type {import("./dom.js").Attributes} */
  const side = rtl ? { x: width, "text-anchor": "end" } : {};
  let top = MARGIN / 2;
  /**
   * @param {number} tall
   * @param {number} wide what is narrower than the map begins where the lines do
   * @param {Element[]} nodes
   */
  const put = (tall, wide, ...nodes) => {
    const left = MARGIN + (rtl ? width - wide : 0);
    parts.push(draw("g", { transform: `translate(${left} ${top})` }, ...nodes));
    top += tall;
  };
  /**
   * @param {string | null} text
   * @param {number} [size]
   * @param {import("./dom.js").Attributes} [how]
   */
  const write = (text, size = 12, how) => {
    const font = `${how?.["font-weight"] ?? 400} ${size}px ${look.fontFamily}`;
    for (const line of text ? wrapped(text, font, width) : []) {
      const y = size * LEADING;
      put(y, width, draw("text", { y, "font-size": size, ...side, ...how }, line));
    }
  };
  const [title, ...lines] = main.querySelectorAll("header > *");
  write(title.textContent, 20, BOLD);
  for (const line of lines) write(line.textContent, 14, MUTED);
  top += 12;
  write(titleOf(measure()), 13, BOLD);
  top += 8;
  const grid = CROSSED && measure().grid;
  if (grid) put(gridHeight(grid), Math.min(legend_most, width), ...gridPart(grid));
  else put(28, Math.min(legend_most, width), ...legendPart());
  if (GAPS) write(gapsText());
  if (!circleLegend.hidden) {
    const [head, drawn] = circleLegend.children;
    write(head.textContent, 12, BOLD);
    const circles = draw("g", { id: circleLegend.id }, drawn.cloneNode(true));
    put(drawn.clientHeight, drawn.clientWidth, circles);
  }
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  copy.removeAttribute("style");
  const viewBox = `${-x / k} ${-y / k} ${width / k} ${height / k}`;
  top += 8;
  put(height, width, filled(copy, { width, height, viewBox }, []));
  const notes = ANNOTATED && main.querySelector("#annotations");
  if (notes && width < narrow_below)
    [...notes.children].forEach((line, i) => void write(`${i + 1} ${line.textContent}`));
  for (const line of main.querySelectorAll("footer > p")) write(line.textContent, 12, MUTED);
  const [w, h] = [width + 2 * MARGIN, top + MARGIN];
  const colors = COLORS.map((name) => `--${name}:${look.getPropertyValue(`--${name}`)};`).join("");
  return draw(
    "svg",
    {
      width: w * SCALE,
      height: h * SCALE,
      viewBox: `0 0 ${w} ${h}`,
      fill: "var(--text)",
      "font-size": 12,
      "font-family": look.fontFamily,
    },
    draw("style", {}, `${document.querySelector("style")?.textContent}svg:root{${colors}}`),
    draw("rect", { width: "100%", height: "100%", fill: "var(--bg)" }),
    ...parts,
  );
}

/** @returns {Promise<Blob>} */
export async function toPng() {
  const image = new Image();
  const drawn = new XMLSerializer().serializeToString(picture());
  image.setAttribute("src", `data:image/svg+xml,${encodeURIComponent(drawn)}`);
  await image.decode();
  const canvas = make("canvas", { width: image.width, height: image.height });
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(/** @type {Blob} */ (blob))));
}
