// @ts-check
// The review page of a press release: pointing at a number, or reaching it with the keyboard,
// highlights its counterpart.

/**
 * What a link leads to, and what leads to it.
 * @param {HTMLAnchorElement} link
 */
function counterparts(link) {
  const target = document.getElementById(link.hash.slice(1));
  const back = link.id ? document.querySelectorAll(`a[href="#${CSS.escape(link.id)}"]`) : [];
  return target ? [target, ...back] : [...back];
}

/** @param {Event} event */
function highlight({ target }) {
  for (const link of document.querySelectorAll("a.hit")) link.classList.remove("hit");
  const link = target instanceof Element ? target.closest("a[href^='#']") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  for (const other of counterparts(link)) other.classList.add("hit");
}

document.addEventListener("mouseover", highlight);
document.addEventListener("focusin", highlight);
