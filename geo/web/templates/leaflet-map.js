// The page's map: Leaflet moves the same drawing. The wheel zooms only with Ctrl, one finger
// scrolls the page, two move the map.
const map = map_1; // folium's script, just before these, made it
const corner = data.corner; // [[south, west], [north, east]] in the map's CRS
const controlsOnMap = $("zoom");
let moved = false;
let fitting = false;

function fit() {
  if (Math.min(stage.clientWidth, stage.clientHeight) < 100) return; // hidden: the observer sees it open
  fitting = true;
  const pad = state.circles ? largestRadius() + 4 : 8;
  map.setMinZoom(-20);
  map.fitBounds(corner, { padding: [pad, pad], animate: false });
  map.setMinZoom(map.getZoom() - 0.5);
  fitting = false;
  moved = false;
  $("reset").disabled = true;
}

function reveal(code) {
  if (!moved) return;
  const { k, x, y, width, height } = view();
  const [ax, ay, r] = districts.get(code).at;
  const [px, py] = [ax * k + x, ay * k + y];
  const room = Math.min(Math.max(24, r * k), width / 3, height / 3);
  const [dx, dy] = [
    Math.max(0, px + room - width) + Math.min(0, px - room),
    Math.max(0, py + room - height) + Math.min(0, py - room),
  ];
  if (dx || dy) map.panBy([dx, dy]);
}

function startMap() {
  map.attributionControl.setPrefix(false);
  map.setMaxBounds(L.latLngBounds(corner).pad(0.5));
  fit();
  L.svgOverlay(svg, corner, { interactive: true, className: "moving" }).addTo(map);
  if (data.tiles) for (const tile of data.tiles) L.tileLayer(tile.url, tile.options).addTo(map);
  stage.classList.add("live");
  map.on("zoomend", () => requestAnimationFrame(layOut));
  map.on("movestart zoomstart", () => {
    if (!fitting) moved = true;
    $("reset").disabled = !moved;
    hideTooltip();
  });
  new ResizeObserver(() => {
    map.invalidateSize({ animate: false, pan: false });
    if (!moved) fit();
    layOut();
  }).observe(stage);
}

let hintTimer = 0;
function hint(text) {
  $("map-hint").textContent = text;
  $("map-hint").hidden = false;
  clearTimeout(hintTimer);
  hintTimer = setTimeout(() => { $("map-hint").hidden = true; }, 1400);
}

// Capture: before Leaflet's own listeners on the same element.
stage.addEventListener("wheel", (event) => {
  if (event.ctrlKey || event.metaKey) return;
  event.stopPropagation();
  hint(t("hint_wheel"));
}, true);
stage.addEventListener("pointerdown", (event) => {
  map.dragging[event.pointerType === "mouse" ? "enable" : "disable"]();
}, true);
stage.addEventListener("touchmove", (event) => {
  if (moved && event.touches.length === 1) hint(t("hint_touch"));
}, { passive: true });

controlsOnMap.addEventListener("click", (event) => {
  const act = { "zoom-in": () => map.zoomIn(1), "zoom-out": () => map.zoomOut(1), reset: fit }[event.target.id];
  if (act) act();
});
svg.addEventListener("keydown", (event) => {
  const act = { "+": () => map.zoomIn(1), "=": () => map.zoomIn(1), "-": () => map.zoomOut(1), 0: fit }[event.key];
  if (act && !event.ctrlKey && !event.metaKey) act();
});
addEventListener("beforeprint", () => { // else names would have the size they had for a part of the map
  fit();
  layOut();
});
startMap();
