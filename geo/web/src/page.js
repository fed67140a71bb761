// @ts-check
import { start } from "./app.js";
import { toGeojson } from "./geojson.js";
import { reveal, startMap } from "./map-leaflet.js";

start({ startMap, reveal, files: { geojson: toGeojson } });
