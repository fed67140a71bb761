// @ts-check
// A map in a shadow root, which keeps its styles and ids. Its script is given a document, an address
// and a site of its own, so that it runs as it does in a frame, once for each map.
const WISH = "min(640px,86vw)"; // its width where its parent shrinks to what is in it

/**
 * @typedef {object} Site what the script takes for the page around its frame
 * @property {(message: unknown) => void} postMessage
 */
/** @typedef {Pick<Location, "hash" | "href" | "search">} Address */
/**
 * @callback App the embed's script
 * @param {Document} document
 * @param {Address} location
 * @param {Pick<History, "replaceState">} history
 * @param {Site} parent
 * @param {(kind: string, listener: EventListener) => void} addEventListener
 */

// A rule of the site for every element, `*{font-size:30px!important}`, reaches the host: the root in
// it begins anew, so that nothing is inherited but the scheme of colours, which is the map's.
const FRAME =
  ":host{all:initial}html{all:initial;color-scheme:inherit}:host,html,body{display:block}:host([hidden]){display:none}" +
  `:host::before{content:". .";display:block;height:0;overflow:hidden;visibility:hidden;font-size:0;word-spacing:${WISH}}` +
  "html{container:geo/inline-size}";

/**
 * Rules for a document as rules for a shadow root: the reader's own size of type, not the site's;
 * the width of the element, not of the window.
 * @param {string} text
 */
function scoped(text) {
  const probe = document.createElement("i");
  probe.style.cssText = "position:absolute;font-size:medium!important";
  document.body.append(probe);
  const rem = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    text.replace(/:root/g, ":host").replace(/(\d*\.?\d+)rem\b/g, (_, n) => `${Number(n) * rem}px`),
  );
  const rules = [...sheet.cssRules].map((rule) => {
    if (!(rule instanceof CSSMediaRule) || !rule.media.mediaText.includes("width"))
      return rule.cssText;
    const parts = rule.media.mediaText.split(" and ");
    const inner = [...rule.cssRules].map((each) => each.cssText).join("");
    const [widths, others] = [true, false].map((wanted) =>
      parts.filter((part) => part.includes("width") === wanted).join(" and "),
    );
    return `@media ${others || "all"}{@container geo ${widths}{${inner}}}`;
  });
  sheet.replaceSync(FRAME + rules.join(""));
  return sheet;
}

/**
 * A document whose elements are those of a shadow root.
 * @param {ShadowRoot} root
 * @param {HTMLElement} html
 * @param {string} baseURI
 * @param {string} css
 */
function documentIn(root, html, baseURI, css) {
  /** @type {Record<PropertyKey, unknown>} */
  const own = {
    baseURI,
    documentElement: html,
    styleSheets: root.adoptedStyleSheets,
    addEventListener: root.addEventListener.bind(root),
    getElementById: root.getElementById.bind(root),
    // The picture that a reader downloads has the map's own style sheet.
    querySelector: (/** @type {string} */ wanted) =>
      wanted === "style" ? { textContent: css } : root.querySelector(wanted),
    querySelectorAll: root.querySelectorAll.bind(root),
  };
  return new Proxy(document, {
    get(target, key) {
      if (key in own) return own[key];
      const value = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
    set: () => true, // the title of the page is the page's
  });
}

/**
 * Show a map's markup, and return it as the document that its script expects.
 * @param {ShadowRoot} root
 * @param {HTMLElement} source what has its language and direction
 * @param {Node[]} parts the map, and its block of data
 * @param {string} css its style sheet
 * @param {string} baseURI
 */
export function fill(root, source, parts, css, baseURI) {
  const [html, body] = [document.createElement("html"), document.createElement("body")];
  html.className = "js";
  html.lang = source.lang;
  html.dir = source.dir;
  body.append(...parts);
  html.append(body);
  root.adoptedStyleSheets = [scoped(css)];
  root.replaceChildren(html);
  return documentIn(root, html, baseURI, css);
}
