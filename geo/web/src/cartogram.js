// @ts-check
// For pages with a cartogram: a second view in which a circle or a square stands for each district,
// its area for a total. The build laid it out; the districts move there. This script is apart from
// the others, so that only such pages carry it; it is given what it needs when they start.
import { many } from "../sizes.json";
import { between, movesOf, pathAt } from "./morph.js";

/** @typedef {import("./app.js").Parts} Parts */
/** @typedef {import("./types/map-data").CartogramData} Cartogram */
/** @typedef {import("./morph.js").Move} Move */

const MOVE = 800; // milliseconds: shorter, and the eye loses the district that it follows
const ROOM = 0.75; // a name may reach far beyond a district's inscribed circle, but not beyond these
const LINE = 14; // pixels between the texts of the legend
const MOST = 56; // pixels: of larger ones the legend leaves out the largest, if others remain

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const home = /** @type {HTMLElement} */ (document.getElementById("circle-legend"));
const labels = /** @type {HTMLElement} */ (document.getElementById("labels"));
const less = matchMedia("(prefers-reduced-motion: reduce)");
/** Lines of the map that are nowhere in a cartogram. */
const lines = ["border", "below", "above", "frames", "sea", "places", "marks"].flatMap(
  (id) => document.getElementById(id) ?? [],
);

/** @param {Parts} parts of the map's own script */
function start({ data, draw, forget, layOut, make, onChange, retrace, shapes, state, view }) {
  const { at, square, area } = /** @type {Cartogram} */ (data.cartogram);
  const places = at.map(([x, y, r]) => ({ x, y, r }));
  const districts = data.districts.map((d, i) => {
    const shape = /** @type {SVGElement} */ (shapes.get(d.code));
    const path = shape.getAttribute("d") ?? "";
    shape.setAttribute("data-outline", path); // what GeoJSON is made of in either view
    return { d, shape, path, at: d.at, place: places[i] };
  });
  /** @type {Move[][]} */
  let moves = [];
  let part = 0; // of the way
  let frame = 0;
  let begun = false;

  /** Nested outlines of round values, each with a line to its text, as large as on the map. */
  function drawLegend() {
    home.hidden = !(state.cartogram && area) && !state.circles;
    if (!state.cartogram || !area) return;
    const k = view().k * area.unit;
    const m = data.measures.find(({ id }) => id === area.measure);
    const all = (m?.circle_steps ?? []).map(({ value, text }) => ({
      r: k * Math.sqrt(value),
      text: text ?? `${value}`,
    }));
    const shown = all.filter(({ r }, i) => r <= MOST || i === all.length - 1);
    const most = Math.max(...shown.map(({ r }) => r));
    const ground = Math.max(2 * most + LINE, LINE * shown.length + 5);
    const drawn = draw("svg", { width: 2 * most + 100, height: ground + 2, "aria-hidden": true });
    let line = ground + 6;
    for (const { r, text } of [...shown].reverse()) {
      line = Math.min(ground - 2 * r, line - LINE);
      drawn.append(
        draw("path", { d: pathAt({ x: most + 2, y: ground - r, r }, square) }),
        draw("path", { d: `M${most + 2} ${ground - 2 * r}L${2 * most + 10} ${line}h6` }),
        draw("text", { x: 2 * most + 20, y: line + 4 }, text),
      );
    }
    home.replaceChildren(make("p", {}, make("b", {}, area.title), ` ${m?.unit ?? ""}`), drawn);
  }

  /** The view as it stays, to the last digit. */
  function settle() {
    part = state.cartogram ? 1 : 0;
    for (const { shape, path, place } of districts)
      shape.setAttribute("d", part ? pathAt(place, square) : path);
    for (const { d, shape } of districts) {
      // Of a circle no side is uncertain, and no outline of the whole is around it.
      shape.classList.toggle("rough", !part && d.approximate);
      shape.style.stroke = part ? "var(--muted)" : "";
    }
    for (const line of lines) line.style.display = part ? "none" : "";
    labels.style.visibility = "";
    retrace();
    forget();
    layOut();
  }

  /** @param {number} since when */
  function step(since) {
    const began = part;
    const goal = state.cartogram ? 1 : 0;
    /** @param {number} now */
    const draw = (now) => {
      const t = Math.min(1, (now - since) / MOVE);
      if (t === 1) return settle();
      part = began + (goal - began) * (t * t * (3 - 2 * t));
      districts.forEach(({ shape }, i) => void shape.setAttribute("d", between(moves[i], part)));
      retrace();
      frame = requestAnimationFrame(draw);
    };
    draw(since);
  }

  function move() {
    cancelAnimationFrame(frame);
    // From now on keys go from place to place, and tooltips stand there.
    for (const { d, at, place } of districts)
      d.at = state.cartogram ? [place.x, place.y, place.r * ROOM] : at;
    if (less.matches || districts.length > many || !begun) return settle();
    if (!moves.length) moves = districts.map(({ path, place }) => movesOf(path, place, square));
    for (const line of lines) line.style.display = "none";
    labels.style.visibility = "hidden";
    step(performance.now());
  }

  onChange((changed) => {
    if (changed.cartogram) move();
  });
  // Names are set anew whenever sizes change: then the legend's do, too.
  new MutationObserver(drawLegend).observe(labels, { childList: true });
  // What the address asks for is there at once.
  requestAnimationFrame(() => {
    begun = true;
  });
}

main.addEventListener("geo-start", (event) => start(/** @type {CustomEvent} */ (event).detail), {
  once: true,
});
