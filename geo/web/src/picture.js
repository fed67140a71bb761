// @ts-check
// The current view as a picture: title, legend, map and source in one SVG, painted on a canvas.
import { block, legend_most } from "../sizes.json";
import { largestRadius } from "./circles.js";
import { data, t } from "./data.js";
import { circleLegend, draw, filled, main, make, svg } from "./dom.js";
import { gapOf, titleOf } from "./format.js";
import { measure, state } from "./state.js";
import { view } from "./view.js";

/** @typedef {[number, ...Element[]]} Part of the picture: its height in pixels, what is in it */

const SCALE = 2; // pixels of the picture for one of the page
const MARGIN = 16;
const LEADING = 1.45;
const GAPS = /** @type {["missing" | "inapplicable", string][]} */ ([
  ["missing", "▨"],
  ["inapplicable", "▦"],
]);
const COLORS = ["bg", "text", "muted", "land", "accent"];

const look = () => getComputedStyle(main);
/** @param {Element | null} element */
const textOf = (element) => element?.textContent ?? "";

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

/**
 * A text as lines from the top of a part down.
 * @param {number} width
 * @param {string} text
 * @param {number} size
 * @param {string} [color] of the theme
 * @param {number} [weight]
 * @returns {Part}
 */
function paragraph(width, text, size, color = "text", weight = 400) {
  const lines = text ? wrapped(text, `${weight} ${size}px ${look().fontFamily}`, width) : [];
  const leading = size * LEADING;
  const nodes = lines.map((line, i) =>
    draw(
      "text",
      {
        y: (i + 1) * leading,
        "font-size": size,
        "font-weight": weight,
        fill: `var(--${color})`,
      },
      line,
    ),
  );
  return [lines.length * leading, ...nodes];
}

/**
 * The classes, or the ramp, with their breaks.
 * @param {number} width
 * @returns {Part}
 */
function legendPart(width) {
  const { colors, breaks, unclassed } = measure();
  const wide = Math.min(legend_most, width);
  const stops = colors.map((color, i) =>
    draw("stop", { offset: i / (colors.length - 1), "stop-color": color }),
  );
  const fills = unclassed ? ["url(#ramp)"] : colors;
  const texts = unclassed ? [breaks[0], breaks[breaks.length - 1]] : breaks;
  const step = wide / fills.length;
  return [
    36,
    draw("linearGradient", { id: "ramp" }, ...stops),
    ...fills.map((fill, i) =>
      draw("rect", { x: i * step, y: 8, width: step, height: block, fill }),
    ),
    ...texts.map((text, i) =>
      draw(
        "text",
        {
          x: (i * wide) / (texts.length - 1),
          y: 34,
          "font-size": 12,
          fill: "var(--text)",
          "text-anchor": i ? (i < texts.length - 1 ? "middle" : "end") : "start",
        },
        text,
      ),
    ),
  ];
}

/** The states without a value that occur, each with a sign like its hatching. */
function gapsText() {
  const found = GAPS.filter(([gap]) => data.districts.some((d) => gapOf(d, measure()) === gap));
  return found.map(([gap, sign]) => `${sign} ${t(gap)}`).join("  ");
}

/**
 * The legend of the circles as it is beside the map.
 * @param {number} width
 * @returns {Part[]}
 */
function circleParts(width) {
  const [title, drawn] = circleLegend.children;
  const key = draw("g", { id: circleLegend.id, "font-size": 12 }, drawn.cloneNode(true));
  return [paragraph(width, textOf(title), 12, "text", 600), [2 * largestRadius() + 16, key]];
}

/** @returns {Part} the map as it is in the window now */
function mapPart() {
  const { k, x, y, width, height } = view();
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  copy.removeAttribute("style");
  const viewBox = `${-x / k} ${-y / k} ${width / k} ${height / k}`;
  return [height + 8, filled(copy, { y: 8, width, height, viewBox }, [])];
}

/** The picture as SVG, with the page's rules and the colours of its theme. */
export function picture() {
  const { width } = view();
  const [title, dek] = main.querySelectorAll("header > *");
  /** @type {Part[]} */
  const parts = [
    paragraph(width, textOf(title), 20, "text", 600),
    paragraph(width, textOf(dek), 14, "muted"),
    [12],
    paragraph(width, titleOf(measure()), 13, "text", 600),
    legendPart(width),
    paragraph(width, gapsText(), 12),
    ...(state.circles ? circleParts(width) : []),
    mapPart(),
    ...[...main.querySelectorAll("footer > p")].map((p) =>
      paragraph(width, textOf(p), 12, "muted"),
    ),
  ];
  let top = MARGIN / 2;
  const placed = parts.map(([height, ...nodes]) => {
    const part = draw("g", { transform: `translate(${MARGIN} ${top})` }, ...nodes);
    top += height;
    return part;
  });
  const [w, h] = [width + 2 * MARGIN, top + MARGIN];
  const colors = COLORS.map((name) => `--${name}:${look().getPropertyValue(`--${name}`)}`).join(
    ";",
  );
  return draw(
    "svg",
    {
      width: w * SCALE,
      height: h * SCALE,
      viewBox: `0 0 ${w} ${h}`,
      "font-family": look().fontFamily,
    },
    draw("style", {}, `${textOf(document.querySelector("style"))}svg:root{${colors}}`),
    draw("rect", { width: "100%", height: "100%", fill: "var(--bg)" }),
    ...placed,
  );
}

/** @returns {Promise<Blob>} */
export async function toPng() {
  const image = new Image();
  const drawn = new XMLSerializer().serializeToString(picture());
  image.src = `data:image/svg+xml,${encodeURIComponent(drawn)}`;
  await image.decode();
  const canvas = make("canvas", { width: image.width, height: image.height });
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(/** @type {Blob} */ (blob))));
}
