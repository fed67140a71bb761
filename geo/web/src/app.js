// @ts-check
// What page and embed share: every part starts to listen, then the address may speak.
import { startCard } from "./card.js";
import { startControls, syncControls } from "./controls.js";
import { startDownloads } from "./downloads.js";
import { startHeight } from "./height.js";
import { startTelling } from "./host.js";
import { startKeyboard } from "./keyboard.js";
import { startLabels } from "./labels.js";
import { startLegend } from "./legend.js";
import { startPaint } from "./paint.js";
import { startPointer } from "./pointer.js";
import { framed, restore } from "./state.js";
import { startStatus } from "./status.js";
import { fillTable, startTable } from "./table.js";

/**
 * @param {object} map
 * @param {() => void} map.startMap
 * @param {(code: string) => void} map.reveal brings a district into view
 * @param {import("./downloads.js").Files} [map.files] to download besides CSV and picture
 */
export function start({ startMap, reveal, files }) {
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
