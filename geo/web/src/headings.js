// @ts-check
// For maps whose measures have a title, a dek or notes of their own: they follow the measure in
// view. The build put every measure's beside the legends, as text, and escaped what is in it.
// This script is apart from the others, so that only such maps carry it.
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const [header, footer] = ["header", "footer"].map(
  (name) => /** @type {HTMLElement} */ (main.querySelector(name)),
);

function follow() {
  const kept = document.getElementById(`heading-${main.dataset.measure}`)?.textContent ?? "";
  const [own, ...notes] = document.createRange().createContextualFragment(kept).children;
  header.replaceChildren(...own.children);
  for (const note of footer.querySelectorAll("p:not([id])")) note.remove();
  footer.prepend(...notes);
  document.title = header.querySelector("h1")?.textContent ?? "";
  const said = own.getAttribute("data-said") ?? "";
  document.getElementById("map-svg")?.setAttribute("aria-label", said);
}

new MutationObserver(follow).observe(main, { attributeFilter: ["data-measure"] });
