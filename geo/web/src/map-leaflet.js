// @ts-check
// The page's map: Leaflet moves the same drawing. The wheel zooms only with Ctrl, one finger
// scrolls the page, two move the map.
import * as L from "leaflet";
import { largestRadius } from "./circles.js";
import { BY_CLASS, showBorders } from "./classes.js";
import { data, districtOf, t } from "./data.js";
import { byId, make, on, stage, svg, target } from "./dom.js";
import { layOut } from "./labels.js";
import { MANY } from "./options.js";
import { EPSG3857, Simple } from "./shell.js";
import { state } from "./state.js";
import { hideTooltip } from "./tooltip.js";
import { view } from "./view.js";
import * as WORDS from "./words.js";

// [[south, west], [north, east]] in the map's CRS; only a page has none of it left out
const corner = /** @type {L.LatLngBoundsLiteral} */ (data.corner);
const zoom = byId("zoom");
const reset = /** @type {HTMLButtonElement} */ (byId("reset"));
const mapHint = byId("map-hint");
const animate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
L.Map.mergeOptions({ zoomAnimation: animate, fadeAnimation: animate, inertia: animate });

/** The panes around the drawing are there: to make others would have the browser lay it out anew. */
L.Map.include({
  /**
   * @this {any}
   * @param {string} name
   * @param {HTMLElement} [home]
   */
  createPane(name, home = this._mapPane) {
    const own = `leaflet-${name.replace("Pane", "")}-pane`;
    const there = /** @type {HTMLElement} */ (home).querySelector(`:scope > .${own}`);
    this._panes[name] = there ?? home?.appendChild(make("div", { class: `leaflet-pane ${own}` }));
    return this._panes[name];
  },
});
/** The drawing, which Leaflet moves where it is. Its other classes have rules for every path. */
const Overlay = /** @type {typeof L.SVGOverlay} */ (
  /** @type {unknown} */ (
    L.SVGOverlay.extend({
      /** @this {any} */
      onAdd() {
        this._image = svg;
        svg.classList.add("leaflet-zoom-animated");
        this.addInteractiveTarget(svg);
        this._reset();
      },
    })
  )
);
const map = (data.tiles ? EPSG3857 : Simple)(L);
const AIM = 800; // milliseconds
let moved = false;
let fitting = false;
let hintTimer = 0;

function fit() {
  if (Math.min(stage.clientWidth, stage.clientHeight) < 100) return; // hidden: the observer sees it open
  fitting = true;
  const pad = state.circles ? largestRadius() + 4 : 8;
  map.setMinZoom(-20);
  map.fitBounds(corner, { padding: [pad, pad], animate: false });
  map.setMinZoom(map.getZoom() - 0.5);
  fitting = false;
  moved = false;
  reset.disabled = true;
}

/**
 * Move the map so that a district is in view; a map that was not moved shows all.
 * @param {string} code
 */
export function reveal(code) {
  if (!moved) return;
  const { k, x, y, width, height } = view();
  const [ax, ay, r] = districtOf(code).at;
  const [px, py] = [ax * k + x, ay * k + y];
  const room = Math.min(Math.max(24, r * k), width / 3, height / 3);
  const dx = Math.max(0, px + room - width) + Math.min(0, px - room);
  const dy = Math.max(0, py + room - height) + Math.min(0, py - room);
  if (dx || dy) map.panBy([dx, dy], { animate });
}

/** @param {string} text */
function showHint(text) {
  mapHint.textContent = text;
  mapHint.hidden = false;
  clearTimeout(hintTimer);
  hintTimer = window.setTimeout(() => {
    mapHint.hidden = true;
  }, 1400);
}

/** Wheel and fingers; in the capture phase, before Leaflet's own listeners on the same element. */
function startGestures() {
  // Said once, and only to who has just moved the pointer on the map: who scrolls past it has not.
  let aimed = -Infinity;
  let said = false;
  on(stage, ["pointermove"], (event) => {
    if (event.movementX || event.movementY) aimed = event.timeStamp;
  });
  on(
    stage,
    ["wheel"],
    (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.stopPropagation();
      if (said || event.timeStamp - aimed > AIM) return;
      said = true;
      showHint(t(WORDS.hint_wheel));
    },
    true,
  );
  on(
    stage,
    ["pointerdown"],
    (event) => {
      map.dragging[event.pointerType === "mouse" ? "enable" : "disable"]();
    },
    true,
  );
  on(
    stage,
    ["touchmove"],
    (event) => {
      if (moved && event.touches.length === 1) showHint(t(WORDS.hint_touch));
    },
    { passive: true },
  );
}

function startButtons() {
  /** @type {Record<string, () => void>} */
  const buttons = { "zoom-in": () => map.zoomIn(1), "zoom-out": () => map.zoomOut(1), reset: fit };
  on(zoom, ["click"], (event) => buttons[target(event).id]?.());
  addEventListener("beforeprint", () => {
    // else names would have the size they had for a part of the map
    fit();
    layOut();
  });
}

export function startMap() {
  map.attributionControl.setPrefix(false);
  map.setMaxBounds(L.latLngBounds(corner).pad(0.5));
  fit();
  new Overlay(svg, corner, { interactive: true }).addTo(map);
  for (const tile of data.tiles ?? []) L.tileLayer(tile.url, tile.options).addTo(map);
  stage.classList.add("live");
  let planned = 0;
  map.on("zoomend", () => {
    const near = map.getZoom() > map.getMinZoom() + 1;
    if (BY_CLASS) showBorders(near);
    else if (MANY) svg.classList.toggle("near", near);
    planned = requestAnimationFrame(layOut);
  });
  map.on("movestart zoomstart", () => {
    if (!fitting) moved = true;
    reset.disabled = !moved;
    hideTooltip();
  });
  new ResizeObserver(() => {
    map.invalidateSize({ animate: false, pan: false });
    if (!moved) fit();
    cancelAnimationFrame(planned);
    layOut();
  }).observe(stage);
  startGestures();
  startButtons();
}
