// @ts-check
import { start } from "./app.js";
import { data } from "./data.js";
import { toGeojson } from "./geojson.js";
import { reveal, startMap } from "./map-leaflet.js";
import { startShare } from "./share.js";

// Where no polynomial leads back to degrees, the map's own file is beside the page.
/** @type {import("./downloads.js").Files} */
const files = data.plane ? { geojson: [toGeojson, "application/geo+json"] } : {};
start({ startMap, reveal, files });
startShare();
