// @ts-check
// In an article: gives a frame the height that its map asks for, and passes on what a reader does
// there. The room reserved in the style stays the least, so that nothing below moves. The first
// loader serves all maps of an article, those that come later too.
const LEAST = 120; // CSS pixels; a frame that is not laid out yet says nothing about its height

/** @typedef {Window & {geoMaps?: true}} Host */

const frames = () =>
  /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll(".geo-map iframe"));
/** @type {WeakMap<Element, number>} */
const widths = new WeakMap();
// A frame out of view learns of a turned phone only when it is read: what it asked for at another
// width is forgotten, the room reserved for the new one holds.
const turned = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    const { width } = contentRect;
    if (widths.has(target) && widths.get(target) !== width)
      /** @type {HTMLElement} */ (target).style.removeProperty("height");
    widths.set(target, width);
  }
});

/** @param {HTMLIFrameElement} frame */
function watch(frame) {
  if (!widths.has(frame)) turned.observe(frame);
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {{sentinel?: string, type?: string, height?: number}} message
 */
function follow(frame, message) {
  const { sentinel, type, height = 0 } = message;
  watch(frame);
  if (sentinel === "geo")
    frame.dispatchEvent(new CustomEvent(`geo-${type}`, { bubbles: true, detail: message }));
  if (sentinel !== "amp" || type !== "embed-size" || !(height > 0 && height < 2e4)) return;
  // A theme may set the height of every frame, and mean it.
  if (frame.clientWidth >= LEAST)
    frame.style.setProperty("height", `${Math.ceil(height)}px`, "important");
}

const host = /** @type {Host} */ (window);
if (!host.geoMaps) {
  host.geoMaps = true;
  addEventListener("message", ({ data, source }) => {
    // A sandboxed frame has no origin to check: it is known by its window.
    for (const frame of frames()) if (frame.contentWindow === source) follow(frame, data || {});
  });
  for (const frame of frames()) {
    watch(frame);
    // An embed that was there before this loader says its height again.
    frame.contentWindow?.postMessage("geo-height", "*");
  }
}
