// @ts-check
// The page's map: Leaflet moves the same drawing. The wheel zooms only with Ctrl, one finger
// scrolls the page, two move the map.
import { largestRadius } from "./circles.js";
import { BY_CLASS, showBorders } from "./classes.js";
import { data, districtOf, t } from "./data.js";
import { byId, on, stage, svg, target } from "./dom.js";
import { layOut } from "./labels.js";
import { movingMap } from "./moving.js";
import { MANY } from "./options.js";
import { state } from "./state.js";
import { hideTooltip } from "./tooltip.js";
import { view } from "./view.js";
import * as WORDS from "./words.js";

const zoom = byId("zoom");
const reset = /** @type {HTMLButtonElement} */ (byId("reset"));
const mapHint = byId("map-hint");
const animate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
/** @typedef {import("leaflet").Map} Map */
/**
 * Once a reader wants to move it: to make it takes a good part of what the page takes to load.
 * @type {Map | undefined}
 */
let map;
let planned = 0; // the frame in which names are laid out
const AIM = 800; // milliseconds
let moved = false;
let fitting = false;
let hintTimer = 0;

const AROUND = 8; // pixels of the stage around the drawing, as the style sheet has them

/** Show all of the drawing, with room around it for circles. */
function fit() {
  if (map) fitInto(map, state.circles ? largestRadius() + 4 : AROUND);
}

/**
 * @param {Map} map
 * @param {number} pad pixels
 */
function fitInto(map, pad) {
  if (Math.min(stage.clientWidth, stage.clientHeight) < 100) return; // hidden: the observer sees it open
  fitting = true;
  map.setMinZoom(-20);
  map.fitBounds(/** @type {import("leaflet").LatLngBoundsLiteral} */ (data.corner), {
    padding: [pad, pad],
    animate: false,
  });
  map.setMinZoom(map.getZoom() - 0.5);
  fitting = false;
  moved = false;
  reset.disabled = true;
}

/** Leaflet's map; the first who asks for it leaves the drawing where it is. */
function movable() {
  if (map) return map;
  const made = movingMap(svg, data, animate, (m) => fitInto(m, AROUND));
  map = made;
  stage.classList.add("live");
  made.on("zoomend", () => {
    const near = made.getZoom() > made.getMinZoom() + 1;
    if (BY_CLASS) showBorders(near);
    else if (MANY) svg.classList.toggle("near", near);
    planned = requestAnimationFrame(layOut);
  });
  made.on("movestart zoomstart", () => {
    if (!fitting) moved = true;
    reset.disabled = !moved;
    hideTooltip();
  });
  return made;
}

/**
 * Move the map so that a district is in view; a map that was not moved shows all.
 * @param {string} code
 */
export function reveal(code) {
  if (!map || !moved) return;
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
      if (event.ctrlKey || event.metaKey) return movable();
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
      movable().dragging[event.pointerType === "mouse" ? "enable" : "disable"]();
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
  const buttons = {
    "zoom-in": () => movable().zoomIn(1),
    "zoom-out": () => movable().zoomOut(1),
    reset: fit,
  };
  on(zoom, ["click"], (event) => buttons[target(event).id]?.());
  addEventListener("beforeprint", () => {
    if (!map) return;
    // else names would have the size they had for a part of the map
    fit();
    layOut();
  });
}

export function startMap() {
  reset.disabled = true; // all is in view
  if (data.tiles) movable();
  new ResizeObserver(() => {
    if (state.circles) movable(); // keeps their room
    map?.invalidateSize({ animate: false, pan: false });
    if (!moved) fit();
    cancelAnimationFrame(planned);
    layOut();
  }).observe(stage);
  startGestures();
  startButtons();
}
