// @ts-check
// The drawing as a map that Leaflet moves. All of this is run once it is asked for, and not before:
// see tools/front/build.js.
import * as L from "leaflet";
import { EPSG3857, Simple } from "./shell.js";

/** The panes around the drawing are there: to make others would have the browser lay it out anew. */
L.Map.include({
  /**
   * @this {any}
   * @param {string} name
   * @param {HTMLElement} [home]
   */
  createPane(name, home = this._mapPane) {
    const own = `leaflet-${name.replace("Pane", "")}-pane`;
    const there = /** @type {HTMLElement} */ (home).querySelector(`:scope > .${own}`);
    this._panes[name] = there ?? L.DomUtil.create("div", `leaflet-pane ${own}`, home);
    return this._panes[name];
  },
});
/** The drawing, which Leaflet moves where it is. Its other classes have rules for every path. */
const Overlay =
  /** @type {{new (...given: ConstructorParameters<typeof L.SVGOverlay>): L.SVGOverlay}} */ (
    /** @type {unknown} */ (
      L.SVGOverlay.extend({
        /** @this {any} */
        onAdd() {
          this._image = this._url;
          this._image.classList.add("leaflet-zoom-animated");
          this.addInteractiveTarget(this._image);
          this._reset();
        },
      })
    )
  );

/**
 * @param {SVGSVGElement} svg the drawing
 * @param {import("./data.js").MapData} data
 * @param {boolean} animate
 * @param {(map: L.Map) => void} fit shows all of it
 */
export function movingMap(svg, { tiles, corner: given }, animate, fit) {
  // [[south, west], [north, east]] in the map's CRS; only a page has none of it left out
  const corner = /** @type {L.LatLngBoundsLiteral} */ (given);
  L.Map.mergeOptions({ zoomAnimation: animate, fadeAnimation: animate, inertia: animate });
  const map = (tiles ? EPSG3857 : Simple)(L);
  map.attributionControl.setPrefix(false);
  map.setMaxBounds(L.latLngBounds(corner).pad(0.5));
  fit(map);
  new Overlay(svg, corner, { interactive: true }).addTo(map);
  for (const tile of tiles ?? []) L.tileLayer(tile.url, tile.options).addTo(map);
  return map;
}
