// @ts-check
// What page and embed share: every part starts to listen, then the address may speak.
import { startCard } from "./card.js";
import { startControls, syncControls } from "./controls.js";
import { data, districts } from "./data.js";
import { draw, main, make, shapes, stage } from "./dom.js";
import { startDownloads } from "./downloads.js";
import { spoken } from "./format.js";
import { forget } from "./ground.js";
import { startHeight } from "./height.js";
import { startTelling } from "./host.js";
import { startKeyboard } from "./keyboard.js";
import { layOut, startLabels } from "./labels.js";
import { startLegend } from "./legend.js";
import { CARTOGRAM, PERIODS } from "./options.js";
import { retrace, startPaint } from "./paint.js";
import { startPointer } from "./pointer.js";
import { framed, measure, onChange, restore, set, state } from "./state.js";
import { say, startStatus } from "./status.js";
import { fillTable, startTable } from "./table.js";
import { hideTooltip } from "./tooltip.js";
import { view } from "./view.js";

/** What periods.js, cartogram.js and multiples.js, scripts apart, take from this one. */
const PARTS = {
  data,
  districts,
  draw,
  forget,
  hideTooltip,
  layOut,
  make,
  measure,
  onChange,
  retrace,
  say,
  set,
  shapes,
  spoken,
  stage,
  state,
  view,
};
/** @typedef {typeof PARTS} Parts */

/**
 * @param {object} map
 * @param {() => void} map.startMap
 * @param {(code: string) => void} map.reveal brings a district into view
 * @param {import("./downloads.js").Files} [map.files] to download besides CSV and picture
 */
export function start({ startMap, reveal, files }) {
  // First of all, so that the figures of a period are there before anything shows them.
  if (PERIODS || CARTOGRAM) main.dispatchEvent(new CustomEvent("geo-start", { detail: PARTS }));
  startPaint();
  startPointer();
  startKeyboard(reveal);
  startStatus();
  startLegend();
  startControls();
  startTable(reveal);
  startCard(reveal);
  startLabels();
  startMap();
  startDownloads(files);
  startHeight();
  fillTable();
  restore();
  syncControls();
  if (framed) startTelling();
}
