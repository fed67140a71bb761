// @ts-check
// Made by `make front` from what folium renders: see geo/web/shell.py.
/** @typedef {typeof import("leaflet")} Leaflet */

/** @param {Leaflet} L */
export function Simple(L) {
var map_1 = L.map(
                "map_1",
                {
                    center: [0.0, 0.0],
                    crs: L.CRS.Simple,
                    ...{
  "zoom": 0,
  "zoomControl": false,
  "preferCanvas": false,
  "zoomSnap": 0,
  "zoomDelta": 1,
  "keyboard": false,
  "maxBoundsViscosity": 0.8,
  "wheelPxPerZoomLevel": 120,
}

                }
            );
return map_1;
}

/** @param {Leaflet} L */
export function EPSG3857(L) {
var map_1 = L.map(
                "map_1",
                {
                    center: [0.0, 0.0],
                    crs: L.CRS.EPSG3857,
                    ...{
  "zoom": 0,
  "zoomControl": false,
  "preferCanvas": false,
  "zoomSnap": 0,
  "zoomDelta": 1,
  "keyboard": false,
  "maxBoundsViscosity": 0.8,
  "wheelPxPerZoomLevel": 120,
}

                }
            );
return map_1;
}
