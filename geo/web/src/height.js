// @ts-check
// Tells the page around a frame how tall this one is, in the forms that newsrooms listen for.
import { data } from "./data.js";
import { main } from "./dom.js";
import { hear } from "./host.js";
import { framed } from "./state.js";

const opened = location.href; // Medium knows a frame by the address it gave it

function reportHeight() {
  const height = Math.ceil(main.getBoundingClientRect().height);
  const child = new URLSearchParams(location.search).get("childId") ?? data.name;
  const messages = [
    { "datawrapper-height": { [data.name]: height } },
    { sentinel: "amp", type: "embed-size", height },
    JSON.stringify({ src: opened, context: "iframe.resize", height }), // Medium
    `pymxPYMx${child}xPYMxheightxPYMx${height}`,
  ];
  for (const message of messages) parent.postMessage(message, "*");
}

export function startHeight() {
  if (!framed) return;
  new ResizeObserver(reportHeight).observe(main);
  // A listener that came late asks, in whatever form.
  addEventListener("message", (event) => {
    if (event.source !== parent) return;
    reportHeight();
    hear(event.data ?? "");
  });
}
