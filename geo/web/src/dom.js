// @ts-check
// The elements that the build drew. Their ids and data- attributes are named here and nowhere else
// in the scripts; the templates of `geo/web` have the same ones.

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export const main = /** @type {HTMLElement} */ (document.querySelector("main"));
export const stage = byId("stage");
export const key = byId("key");
export const tooltip = byId("tooltip");
export const legend = byId("legend");
export const circleLegend = byId("circle-legend");
export const controls = byId("controls");
export const hint = byId("hint");
export const card = byId("card");
export const status = byId("status");
export const downloads = byId("downloads");
export const column = byId("column");
export const footLabel = byId("foot-label");
export const footValue = byId("foot-value");
export const noneFound = byId("none-found");
export const search = /** @type {HTMLInputElement} */ (byId("search"));
export const table = /** @type {HTMLTableElement} */ (byId("table"));
export const tbody = table.tBodies[0];

/** @param {string} id */
const svgById = (id) => /** @type {SVGElement} */ (/** @type {unknown} */ (byId(id)));

export const svg = /** @type {SVGSVGElement} */ (svgById("map-svg"));
export const over = svgById("over");
export const pinned = svgById("pinned");
export const circles = svgById("circles");
export const labels = svgById("labels");
export const places = svgById("places");

/** The districts' paths by their code. */
export const shapes = new Map(
  [...svg.querySelectorAll("[data-code]")].map((shape) => [codeOf(shape), shape]),
);
/** @type {Map<string, HTMLTableRowElement>} */
export const rows = new Map([...tbody.rows].map((row) => [codeOfRow(row), row]));
export const sortHeads = [
  .../** @type {NodeListOf<HTMLElement>} */ (table.querySelectorAll("[data-sort]")),
];

/** @param {Element} element */
export function codeOf(element) {
  return /** @type {string} */ (element.getAttribute("data-code"));
}

/** @param {HTMLElement} row */
export function codeOfRow(row) {
  return /** @type {string} */ (row.dataset.row);
}

/**
 * What an event happened to.
 * @param {Event} event
 */
export const target = (event) => /** @type {HTMLInputElement} */ (event.target);

/**
 * The district an event belongs to: by its polygon, its label or its circle.
 * @param {Event} event
 */
export function codeAt(event) {
  const owner = target(event).closest("[data-code],[data-of]");
  return owner ? codeOf(owner) || /** @type {string} */ (owner.getAttribute("data-of")) : "";
}

/**
 * The element around an event's target that has a data- attribute.
 * @param {Event} event
 * @param {"class" | "row" | "sort"} attribute
 */
export function around(event, attribute) {
  return /** @type {HTMLElement | null} */ (target(event).closest(`[data-${attribute}]`));
}

/**
 * A finger has no place of its own over things: it only presses.
 * @param {Event & {pointerType?: string}} event
 */
export const byTouch = (event) => event.pointerType === "touch";

/** Where the measures' legends are, and they: the one in view, and the others beneath it. */
export const keys = /** @type {HTMLElement} */ (legend.parentElement);
export const legendHomes = [...keys.children];

/** The blocks of the legend that is shown: each a class, or a state without a value. */
export function legendBlocks() {
  return /** @type {NodeListOf<HTMLElement>} */ (legend.querySelectorAll("[data-class]"));
}

/**
 * Listen to events of an element.
 * @template {EventTarget} E
 * @template {keyof HTMLElementEventMap} K
 * @param {E} element
 * @param {K[]} kinds
 * @param {(event: HTMLElementEventMap[K]) => void} listener
 * @param {boolean | AddEventListenerOptions} [how] `true`: before the listeners of others, who may stop it
 */
export function on(element, kinds, listener, how) {
  for (const kind of kinds)
    element.addEventListener(kind, /** @type {EventListener} */ (listener), how);
}

/**
 * Say of a button whether it is pressed.
 * @param {Element | null | undefined} button
 * @param {boolean} pressed
 */
export function press(button, pressed) {
  button?.setAttribute("aria-pressed", `${pressed}`);
}

/** @typedef {Record<string, string | number | boolean>} Attributes */

/**
 * Give an element attributes and children: nodes or plain text, never markup.
 * @template {Element} E
 * @param {E} node
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
export function filled(node, attributes, children) {
  for (const key in attributes) node.setAttribute(key, `${attributes[key]}`);
  node.append(...children);
  return node;
}

/**
 * Make an element of HTML.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Attributes} [attributes]
 * @param {(Node | string)[]} children
 */
export function make(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/**
 * Make an element of SVG.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} name
 * @param {Attributes} [attributes]
 * @param {(Node | string)[]} children
 */
export function draw(name, attributes = {}, ...children) {
  return filled(
    /** @type {SVGElementTagNameMap[K]} */ (document.createElementNS(svg.namespaceURI, name)),
    attributes,
    children,
  );
}
