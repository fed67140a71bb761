// @ts-check
// For maps without a card: a finger has no place over things, so a tap shows the tooltip as a mouse
// would, and a tap elsewhere takes it away. This script is apart, so that only such maps carry it.
const stage = /** @type {HTMLElement} */ (document.getElementById("stage"));

addEventListener("click", (event) => {
  const { target, clientX, clientY, detail } = event;
  const inside = target instanceof Element && stage.contains(target);
  if (!inside) stage.dispatchEvent(new PointerEvent("pointerleave"));
  else if (detail)
    // not of an assistive tool, whose clicks come from nowhere
    target.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX, clientY }));
});
