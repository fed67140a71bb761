// @ts-check
// <geo-map src="NAME-embed.html">: the map as a part of the page instead of a frame in it. Its
// styles and ids stay in a shadow root. The embed's script (see geo/web/element.py) is given a
// document, an address and a site of its own, so that it runs as it does in a frame, once for each
// element.
const NEAR = "600px"; // CSS pixels before it comes into view, a map is fetched
const WISH = "min(640px,86vw)"; // its width where its parent shrinks to what is in it

/**
 * @typedef {object} Site what the script takes for the page around its frame
 * @property {(message: unknown) => void} postMessage
 */
/**
 * @callback App the embed's script
 * @param {Document} document
 * @param {Pick<Location, "hash" | "href" | "search">} location
 * @param {Pick<History, "replaceState">} history
 * @param {Site} parent
 * @param {(kind: string, listener: EventListener) => void} addEventListener
 */

/** Two maps of one page may have scripts of their own. @type {Map<string, App>} */
const apps = Reflect.get(window, "geoMapApps") ?? new Map();
Reflect.set(window, "geoMapApps", apps);
apps.set(geoMapName, geoMapApp);
dispatchEvent(new Event("geo-map-app"));

const FRAME = `:host{all:initial;display:block}
:host([hidden]){display:none}
:host::before{content:". .";display:block;height:0;overflow:hidden;visibility:hidden;font-size:0;word-spacing:${WISH}}
html{display:block;container:geo/inline-size}body{display:block}`;

/**
 * Rules for a document as rules for a shadow root: the reader's own size of type, not the site's;
 * the width of the element, not of the window.
 * @param {string} text
 */
function scoped(text) {
  const probe = document.createElement("i");
  probe.style.cssText = "position:absolute;font-size:medium";
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

class GeoMap extends HTMLElement {
  static observedAttributes = ["src", "theme", "measure", "district"];

  #port = new EventTarget();
  /** @type {Pick<Location, "hash" | "href" | "search">} */
  #address = { hash: "", href: "", search: "" };
  #shown = "";
  #ready = false;
  /** @type {Site} */
  #site = { postMessage: (message) => this.#told(message) };
  #near = new IntersectionObserver(([entry]) => entry.isIntersecting && this.#show(), {
    rootMargin: NEAR,
  });

  connectedCallback() {
    if (!this.#shown) this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#near.disconnect();
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (name === "src") {
      if (this.#shown && this.isConnected) this.#show();
    } else if (name === "theme") this.#send("message", this.#theme());
    else if (this.#ready) {
      this.#ask([name]);
      this.#send("hashchange");
    }
  }

  #theme() {
    return { sentinel: "geo", theme: this.getAttribute("theme") ?? "" };
  }

  async #show() {
    this.#near.disconnect();
    const src = this.getAttribute("src") ?? "";
    if (!src || src === this.#shown) return;
    this.#shown = src;
    try {
      const address = new URL(src, document.baseURI);
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const text = await answer.text();
      if (src === this.#shown) await this.#fill(text, address);
    } catch (error) {
      // What the page has in the element stays in view.
      this.#shown = "";
      this.#tell("error", { message: `${error}` });
    }
  }

  /**
   * @param {string} text
   * @param {URL} address
   */
  async #fill(text, address) {
    // A policy without 'unsafe-inline' refuses a style element even in a document not shown.
    let css = "";
    const bare = text.replace(/<style>([\s\S]*?)<\/style>/, (_, rules) => {
      css = rules;
      return "";
    });
    const source = new DOMParser().parseFromString(bare, "text/html");
    const data = source.getElementById("map-data");
    const main = source.querySelector("main");
    if (!main || !data) throw new Error(`${address} is no map`);
    const app = await appOf(JSON.parse(data.textContent ?? "").name);
    this.#port = new EventTarget();
    this.#ready = false;
    this.#address = { hash: address.hash, href: address.href, search: address.search };
    this.#ask(["measure", "district"]);
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const [html, body] = [document.createElement("html"), document.createElement("body")];
    html.className = "js";
    html.lang = source.documentElement.lang;
    html.dir = source.documentElement.dir;
    body.append(document.importNode(main, true), document.importNode(data, true));
    html.append(body);
    root.adoptedStyleSheets = [scoped(css)];
    root.replaceChildren(html);
    const port = this.#port;
    app(
      documentIn(root, html, address.href, css),
      this.#address,
      { replaceState: (_data, _title, url) => this.#moved(`${url}`) },
      this.#site,
      (kind, listener) => {
        const own = ["message", "hashchange", "popstate"].includes(kind);
        (own ? port : window).addEventListener(kind, listener);
      },
    );
  }

  /**
   * Take from attributes what the address asks for.
   * @param {string[]} names
   */
  #ask(names) {
    const parts = new URLSearchParams(this.#address.hash.slice(1));
    for (const name of names)
      if (this.hasAttribute(name)) parts.set(name, this.getAttribute(name) ?? "");
    if (`${parts}`) this.#moved(`#${parts}`);
  }

  /** @param {string} hash */
  #moved(hash) {
    this.#address.hash = hash;
    this.#address.href = this.#address.href.split("#")[0] + hash;
  }

  /**
   * @param {string} kind
   * @param {unknown} [data]
   */
  #send(kind, data) {
    this.#port.dispatchEvent(Object.assign(new Event(kind), { source: this.#site, data }));
  }

  /** @param {any} message */
  #told(message) {
    if (message?.sentinel !== "geo") return;
    if (message.type === "ready") {
      this.#ready = true;
      if (this.hasAttribute("theme")) this.#send("message", this.#theme());
    }
    this.#tell(message.type, message);
  }

  /**
   * @param {string} kind
   * @param {object} detail
   */
  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(`geo-${kind}`, { bubbles: true, detail }));
  }
}

/**
 * @param {string} name
 * @returns {Promise<App>}
 */
async function appOf(name) {
  for (;;) {
    const found = apps.get(name);
    if (found) return found;
    await new Promise((resolve) => addEventListener("geo-map-app", resolve, { once: true }));
  }
}

if (!customElements.get("geo-map")) customElements.define("geo-map", GeoMap);
