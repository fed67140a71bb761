// What every other part reads: the data, the districts' elements, words, and the map's scale.
const $ = (id) => document.getElementById(id);
const data = JSON.parse($("map-data").textContent);
const main = document.querySelector("main");
const stage = $("stage");
const svg = $("map-svg");
const framed = window.parent !== window;
const districts = new Map(data.districts.map((d) => [d.code, d]));
const measures = new Map(data.measures.map((m) => [m.id, m]));
const shapes = new Map(
  [...document.querySelectorAll("[data-code]")].map((shape) => [shape.getAttribute("data-code"), shape]),
);

/** Text of the catalogue, its {names} filled in. */
function t(key, values = {}) {
  return data.strings[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Make an element; children are nodes or plain text, never markup. */
function make(name, attributes = {}, ...children) {
  const inSvg = /^(svg|g|path|circle|text|tspan|rect|line)$/.test(name);
  const node = inSvg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const box = svg.viewBox.baseVal;

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

/** The district an event belongs to: its polygon, its label, its circle or its row. */
function codeAt(target) {
  const owner = target.closest && target.closest("[data-code],[data-of]");
  return owner ? owner.getAttribute("data-code") || owner.getAttribute("data-of") : "";
}

/** Value with unit, or why there is none. */
function valueText(d, m) {
  const text = d.texts[m.id];
  if (text) return `${text} ${m.unit}`;
  return t(d.states && d.states[m.id] === "inapplicable" ? "inapplicable" : "missing");
}

/** Width of a line of text in pixels, near enough to keep labels apart without asking the browser. */
function widthOf(text, size) {
  let width = 0;
  for (const c of text) width += c > "\u2e7f" ? 1 : /[A-Z%mMwW]/.test(c) ? 0.72 : /[.,: il]/.test(c) ? 0.32 : 0.58;
  return width * size;
}
