// @ts-check
// Several maps in one page: a district chosen in one of them, in the list or in the index is chosen
// in all. Each map runs as it does in a frame; what it would tell the site around it comes here.
import { fill } from "./shadow.js";

/** @typedef {import("./shadow.js").App} App */
/** @typedef {{tell: (code: string) => void}} Shown a map, and how it is told what is chosen */

const MUTED = 1000; // ms that a map does not speak of what was chosen elsewhere

/** What `geo/web/dashboard.py` writes above this script: the maps' own ones. @type {App[]} */
const apps = geoMapApps;
const chooser = /** @type {HTMLSelectElement} */ (document.getElementById("place"));
const status = /** @type {HTMLElement} */ (document.getElementById("status"));
const index = /** @type {HTMLTableElement} */ (document.getElementById("index"));
const rows = new Map([...index.tBodies[0].rows].map((row) => [row.dataset.row ?? "", row]));

let chosen = codeIn(location.hash);
/** While the others are told: what they answer is no choice of a reader. */
let telling = false;

/** @param {string} hash */
function codeIn(hash) {
  return new URLSearchParams(hash.slice(1)).get("district") ?? "";
}

/**
 * @param {string} code empty for none
 * @param {Shown} [from] the map in which it was chosen, which shows it already
 */
function choose(code, from) {
  if (telling || code === chosen) return;
  rows.get(chosen)?.removeAttribute("aria-current");
  chosen = code;
  telling = true;
  for (const map of maps) if (map !== from) map.tell(code);
  telling = false;
  show();
  history.replaceState(null, "", code ? `#${new URLSearchParams({ district: code })}` : "#");
  const said = [...(rows.get(code)?.cells ?? [])].map((cell, i) =>
    i ? `${index.tHead?.rows[0].cells[i].textContent} ${cell.textContent}` : cell.textContent,
  );
  status.textContent = said.join("; ");
}

function show() {
  chooser.value = rows.has(chosen) ? chosen : "";
  rows.get(chosen)?.setAttribute("aria-current", "true");
}

/**
 * Start the map that the build has put into a shadow root.
 * @param {HTMLElement} host
 * @returns {Shown}
 */
function started(host) {
  const root = host.shadowRoot ?? opened(host);
  const part = (/** @type {string} */ wanted) =>
    /** @type {HTMLElement} */ (root.querySelector(wanted));
  // A style sheet in a shadow root calls its host what the map's own document calls its root.
  const css = (part("style").textContent ?? "").replaceAll(":host", ":root");
  const [port, live, parts] = [
    new EventTarget(),
    part("#status"),
    [part("main"), part("#map-data")],
  ];
  const address = { hash: chosen && `#district=${chosen}`, href: location.href, search: "" };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let mute;
  const shown = {
    /** @param {string} code */
    tell(code) {
      const parts = new URLSearchParams(address.hash.slice(1));
      parts.delete("district");
      if (code) parts.set("district", code);
      address.hash = `#${parts}`;
      // One voice is enough: that of the page.
      live.setAttribute("aria-live", "off");
      clearTimeout(mute);
      mute = setTimeout(() => {
        live.textContent = "";
        live.removeAttribute("aria-live");
      }, MUTED);
      port.dispatchEvent(new Event("hashchange"));
    },
  };
  apps[Number(host.dataset.app)](
    fill(root, host, parts, css, document.baseURI),
    address,
    {
      replaceState(_data, _title, url) {
        address.hash = `${url}`;
      },
    },
    {
      postMessage(/** @type {any} */ message) {
        if (message?.sentinel === "geo" && message.type === "district")
          choose(message.district, shown);
      },
    },
    (kind, listener) => {
      const own = ["message", "hashchange", "popstate"].includes(kind);
      (own ? port : window).addEventListener(kind, listener);
    },
  );
  return shown;
}

/**
 * A browser that does not know shadow roots in markup leaves the template where it is.
 * @param {HTMLElement} host
 */
function opened(host) {
  const template = /** @type {HTMLTemplateElement} */ (host.querySelector("template"));
  const root = host.attachShadow({ mode: "open" });
  root.append(template.content);
  template.remove();
  return root;
}

const hosts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-app]"));
const maps = [...hosts].map(started);
chooser.addEventListener("change", () => choose(chooser.value));
index.addEventListener("click", ({ target }) => {
  const row = /** @type {Element} */ (target).closest("button")?.closest("tr");
  if (row) choose(row.dataset.row === chosen ? "" : (row.dataset.row ?? ""));
});
addEventListener("hashchange", () => choose(codeIn(location.hash)));
show();
