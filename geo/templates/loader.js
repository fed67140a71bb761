// Gives a frame the height that its map asks for. The room reserved in the style stays the least,
// so that nothing below moves. One loader serves all maps of an article.
const frames = () => document.querySelectorAll(".geo-map iframe");

addEventListener("message", (event) => {
  const { sentinel, type, height } = event.data || {};
  if (sentinel !== "amp" || type !== "embed-size" || !(height > 0 && height < 2e4)) return;
  for (const frame of frames()) {
    // A sandboxed frame has no origin to check: it is known by its window.
    if (frame.contentWindow === event.source) frame.style.height = `${Math.ceil(height)}px`;
  }
});
// An embed that was there before this loader says its height again.
for (const frame of frames()) frame.contentWindow.postMessage("geo-height", "*");
