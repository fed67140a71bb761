// @ts-check
// In an article: gives a frame the height that its map asks for. The room reserved in the style
// stays the least, so that nothing below moves. One loader serves all maps of an article.
const frames = () =>
  /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll(".geo-map iframe"));
/** @type {WeakMap<Element, number>} */
const widths = new WeakMap();

addEventListener("message", (event) => {
  const { sentinel, type, height } = event.data || {};
  if (sentinel !== "amp" || type !== "embed-size" || !(height > 0 && height < 2e4)) return;
  for (const frame of frames()) {
    // A sandboxed frame has no origin to check: it is known by its window.
    if (frame.contentWindow === event.source) frame.style.height = `${Math.ceil(height)}px`;
  }
});
// A frame out of view learns of a turned phone only when it is read: what it asked for at another
// width is forgotten, the room reserved for the new one holds.
const turned = new ResizeObserver((entries) => {
  for (const {
    target,
    contentRect: { width },
  } of entries) {
    if (widths.has(target) && widths.get(target) !== width)
      /** @type {HTMLElement} */ (target).style.height = "";
    widths.set(target, width);
  }
});
for (const frame of frames()) {
  turned.observe(frame);
  // An embed that was there before this loader says its height again.
  frame.contentWindow?.postMessage("geo-height", "*");
}
