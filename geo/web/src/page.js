// @ts-check
import { start } from "./app.js";
import { toGeojson } from "./geojson.js";
import { reveal, startMap } from "./map-leaflet.js";
import { startShare } from "./share.js";

start({ startMap, reveal, files: { geojson: [toGeojson, "application/geo+json"] } });
startShare();
