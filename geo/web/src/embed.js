// @ts-check
import { start } from "./app.js";
import { reveal, startMap } from "./map-still.js";

start({ startMap, reveal });
