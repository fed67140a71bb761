// @ts-check
// <geo-map src="NAME-embed.html">: the map as a part of the page instead of a frame in it. Its
// styles and ids stay in a shadow root (see geo/web/element.py).
import { fill } from "./shadow.js";

const NEAR = "600px"; // CSS pixels before it comes into view, a map is fetched

/** @typedef {import("./shadow.js").Address} Address */
/** @typedef {import("./shadow.js").App} App */
/** @typedef {import("./shadow.js").Site} Site */

/** @typedef {{createHTML: (text: string) => string}} Policy */
/**
 * @typedef {object} Shared
 * @property {Map<string, App>} [geoMapApps]
 * @property {Policy} [geoMapPolicy]
 * @property {{createPolicy: (name: string, rules: Policy) => Policy}} [trustedTypes]
 */
const shared = /** @type {Shared} */ (/** @type {unknown} */ (window));
shared.geoMapApps ??= new Map(); // two maps of one page may have scripts of their own
const apps = shared.geoMapApps;
apps.set(geoMapName, geoMapApp);
dispatchEvent(new Event("geo-map-app"));

/**
 * The text of a map as what a site may demand before it is read as markup (Trusted Types). Nothing
 * in it runs: scripts of a document that is only parsed are dead, and stay so when they are moved.
 * @param {string} text
 */
function trusted(text) {
  shared.geoMapPolicy ??= shared.trustedTypes?.createPolicy("geo-map", { createHTML: String });
  return shared.geoMapPolicy?.createHTML(text) ?? text;
}

class GeoMap extends HTMLElement {
  static observedAttributes = ["src", "theme", "measure", "district"];

  #port = new EventTarget();
  /** @type {Address} */
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

  /**
   * @param {string} name
   * @param {string | null} _before
   * @param {string | null} now
   */
  attributeChangedCallback(name, _before, now) {
    if (name === "src") {
      if (this.#shown && this.isConnected) this.#show();
    } else if (name === "theme" && now === null && this.#ready) {
      // What the map's own file says of its theme is there no more: it is read again.
      this.#shown = "";
      this.#show();
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
    const source = new DOMParser().parseFromString(trusted(bare), "text/html");
    const data = source.getElementById("map-data");
    const main = source.querySelector("main");
    if (!main || !data) throw new Error(`${address} is no map`);
    const app = await appOf(JSON.parse(data.textContent ?? "").name);
    this.#port = new EventTarget();
    this.#ready = false;
    this.#address = { hash: address.hash, href: address.href, search: address.search };
    this.#ask(["measure", "district"]);
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    // No script element, though it holds nothing but data: Trusted Types would complain of it.
    const { id, textContent } = data;
    const block = Object.assign(document.createElement("div"), { id, textContent, hidden: true });
    const parts = [document.importNode(main, true), block];
    const shown = fill(root, source.documentElement, parts, css, address.href);
    const port = this.#port;
    app(
      shown,
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
   * Take from attributes what the address asks for; what is taken away later is asked no more.
   * @param {string[]} names
   */
  #ask(names) {
    const parts = new URLSearchParams(this.#address.hash.slice(1));
    for (const name of names)
      if (this.hasAttribute(name)) parts.set(name, this.getAttribute(name) ?? "");
      else if (this.#ready) parts.delete(name);
    if (`${parts}` || this.#ready) this.#moved(`#${parts}`);
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
