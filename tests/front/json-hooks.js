// @ts-check
import { readFile } from "node:fs/promises";

/** @type {import("node:module").LoadHook} */
export async function load(url, context, next) {
  if (!url.endsWith(".json")) return next(url, context);
  const values = JSON.parse(await readFile(new URL(url), "utf8"));
  const lines = Object.entries(values).map(([k, v]) => `export const ${k} = ${JSON.stringify(v)};`);
  return { format: "module", source: lines.join("\n"), shortCircuit: true };
}
