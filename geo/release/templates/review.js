// Pointing at a number, or reaching it with the keyboard, highlights its counterpart.
"use strict";

function counterparts(link) {
  const target = document.getElementById(link.hash.slice(1));
  const back = document.querySelectorAll(`a[href="#${CSS.escape(link.id)}"]`);
  return [target, ...(link.id ? back : [])].filter(Boolean);
}

function highlight(event) {
  document.querySelectorAll("a.hit").forEach((link) => link.classList.remove("hit"));
  const link = event.target.closest && event.target.closest("a[href^='#']");
  if (link) counterparts(link).forEach((other) => other.classList.add("hit"));
}

document.addEventListener("mouseover", highlight);
document.addEventListener("focusin", highlight);
