// @ts-check
// The site around a frame may choose the theme, and is told what a reader looks at.
import { data } from "./data.js";
import { onChange, state } from "./state.js";

/** @param {string} type of the event: what has changed, or "ready" */
function tell(type) {
  const { measure, district } = state;
  // Nothing of it is secret: any site may frame a public map.
  parent.postMessage({ sentinel: "geo", type, map: data.name, measure, district }, "*");
}

/** @param {{sentinel?: string, theme?: string}} message of the site */
export function hear({ sentinel, theme }) {
  if (sentinel !== "geo" || (theme !== "dark" && theme !== "light")) return;
  for (const rule of document.styleSheets[0].cssRules)
    if (rule instanceof CSSMediaRule && rule.cssText.includes("--bg:"))
      rule.media.mediaText = theme === "dark" ? "screen" : "not all";
  document.documentElement.style.colorScheme = theme;
}

export function startTelling() {
  onChange((changed) => {
    for (const key in changed) if (/^[md]/.test(key)) tell(key); // measure, district
  });
  tell("ready");
}
