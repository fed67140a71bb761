// @ts-check
import { start } from "./app.js";
import { reveal, startMap } from "./map-leaflet.js";

start({ startMap, reveal });
