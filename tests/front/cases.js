// @ts-check
import { readFile } from "node:fs/promises";

/**
 * Cases that pytest gives to the function's twin in Python, too.
 * @param {string} name
 * @returns {Promise<any[][]>}
 */
export async function cases(name) {
  return JSON.parse(await readFile(new URL(`../cases/${name}.json`, import.meta.url), "utf8"));
}
