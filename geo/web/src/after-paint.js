// @ts-check

/**
 * The map is drawn by the build: the browser shows it, with what is above it, before it lays out
 * the rest and runs the scripts. An address that asks for another view has nothing worth showing
 * first.
 * @param {() => void} start
 */
export function afterPaint(start) {
  let once = () => {
    once = () => {};
    document.documentElement.classList.remove("early");
    start();
  };
  if (location.hash) return once();
  requestAnimationFrame(() => setTimeout(() => once()));
  setTimeout(() => once(), 200); // a frame out of view is not drawn, yet its height is wanted
}
