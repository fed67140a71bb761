// What is in view at first is drawn by the build: the browser shows it before it runs the rest.
// An address that asks for another view has nothing worth showing first.
function afterPaint(start) {
  if (location.hash) return start();
  let once = () => {
    once = () => {};
    start();
  };
  requestAnimationFrame(() => setTimeout(() => once()));
  setTimeout(() => once(), 200); // a frame out of view is not drawn, yet its height is wanted
}
