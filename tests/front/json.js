// @ts-check
// For `node --import`: a JSON file as a module whose keys are its exports, as esbuild has it.
import { register } from "node:module";

register("./json-hooks.js", import.meta.url);
