// What every other part reads: the data, the districts' elements, words, numbers, the map's scale.
const $ = (id) => document.getElementById(id);
const data = JSON.parse($("map-data").textContent);
const main = document.querySelector("main");
const stage = $("stage");
const svg = $("map-svg");
const box = svg.viewBox.baseVal;
const framed = parent !== window;
const districts = new Map(data.districts.map((d) => [d.code, d]));
const measures = new Map(data.measures.map((m) => [m.id, m]));
const shapes = new Map(
  [...svg.querySelectorAll("[data-code]")].map((shape) => [shape.getAttribute("data-code"), shape]),
);

/** Text of the catalogue, its {names} filled in. */
function t(key, values) {
  return data.strings[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Make an element; children are nodes or plain text, never markup. */
function make(name, attributes, ...children) {
  const inSvg = /^(svg|g|path|circle|text|rect|style|stop|linearGradient)$/.test(name);
  const node = document.createElementNS(`http://www.w3.org/${inSvg ? "2000/svg" : "1999/xhtml"}`, name);
  for (const key in attributes) node.setAttribute(key, attributes[key]);
  node.append(...children);
  return node;
}

/** Pixels per unit of the drawing, and where in the stage its origin lies. */
function view() {
  const outer = stage.getBoundingClientRect();
  const inner = svg.getBoundingClientRect();
  const k = Math.min(inner.width / box.width, inner.height / box.height) || 1;
  return {
    k,
    x: inner.left - outer.left + (inner.width - box.width * k) / 2 - box.x * k,
    y: inner.top - outer.top + (inner.height - box.height * k) / 2 - box.y * k,
    width: outer.width,
    height: outer.height,
  };
}

/** Rings of a path, which has one absolute start and then steps each. */
function ringsOf(path) {
  return path.split("z").slice(0, -1).map((part) => {
    const [x, y, ...steps] = part.match(/-?\d+/g).map(Number);
    const ring = [[x, y]];
    for (let i = 0; i < steps.length; i += 2) ring.push([ring[i / 2][0] + steps[i], ring[i / 2][1] + steps[i + 1]]);
    return [...ring, ring[0]];
  });
}

/** The district an event belongs to: by its polygon, its label or its circle. */
function codeAt(target) {
  const owner = target.closest("[data-code],[data-of]");
  return owner ? owner.getAttribute("data-code") || owner.getAttribute("data-of") : "";
}

const nameOf = (d) => d.label || d.name;

/** A number of a measure as readers see it, without unit: as catalogue.py writes it. */
function format(value, m) {
  const text = Math.abs(value).toLocaleString("en-US", {
    minimumFractionDigits: m.fixed ? m.decimals : 0,
    maximumFractionDigits: m.decimals,
  });
  return value < 0 && /[1-9]/.test(text) ? `\u2212${text}` : text;
}

/** Why a district has no value: "missing" or "inapplicable"; empty if it has one. */
const gapOf = (d, m) => (d.values[m.id] === null ? (d.states && d.states[m.id]) || "missing" : "");

/** A district's value, or why there is none. */
const textOf = (d, m) => (gapOf(d, m) ? t(gapOf(d, m)) : format(d.values[m.id], m));
const withUnit = (d, m) => (gapOf(d, m) || !m.unit ? textOf(d, m) : `${textOf(d, m)} ${m.unit}`);

/** Equal values share a rank; 1 is the largest. */
function rankOf(d, m) {
  return gapOf(d, m) ? 0 : 1 + data.districts.filter((o) => o.values[m.id] > d.values[m.id]).length;
}

/** Width of a line of text in pixels, near enough to keep labels apart without asking the browser. */
function widthOf(text, size) {
  let width = 0;
  for (const c of text) width += c > "\u2e7f" ? 1 : /[A-Z%mw]/.test(c) ? 0.72 : /[.,: il]/.test(c) ? 0.32 : 0.58;
  return width * size;
}
