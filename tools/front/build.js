// @ts-check
// Builds geo/web/src into a folder, geo/web/dist if none is named: `node tools/front/build.js [FOLDER]`.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { minify } from "terser";

const root = fileURLToPath(new URL("../../", import.meta.url));
const src = path.join(root, "geo/web/src");
const leaflet = path.dirname(createRequire(import.meta.url).resolve("leaflet/package.json"));
const out = path.resolve(process.argv[2] ?? path.join(root, "geo/web/dist"));
/** @type {Record<string, any>} */
const sizes = JSON.parse(await readFile(path.join(root, "geo/web/sizes.json"), "utf8"));

const STYLES = [
  "page",
  "embed",
  "dashboard",
  "gaps",
  "multiples",
  "many",
  "cross",
  "latin",
  "traditional",
  "japanese",
  "arabic",
  "dark",
  "alone",
  "compact",
  "links",
  "notes",
  "periods",
];
const BROWSERS = ["chrome105", "edge105", "firefox121", "safari15.4"]; // container queries, :has()

/**
 * A number of sizes.json: `row`, or `title.line`.
 * @param {string} name
 * @returns {number}
 */
function size(name) {
  const value = name.split(".").reduce((found, key) => found?.[key], sizes);
  if (typeof value !== "number") throw new Error(`sizes.json has no number ${name}`);
  return value;
}

/** Below the width from which other rules hold: no window has a fraction of a pixel. */
const BELOW = /calc\(([\d.]+)em - \.02px\)/g;
/** Of what is drawn in the units of an SVG element, or is a hair whatever the type. */
const FIXED = /^(font-size|stroke-width|outline.*|box-shadow|border-radius|text-underline-offset)$/;

/**
 * Lengths of a style sheet, written as they are at type of 16 pixels, as they are at the reader's
 * own: then a larger type is the whole layout enlarged, and the room that an article keeps for it
 * can be told beforehand (geo/web/reserve.py). Lines of a pixel or two stay what they are.
 * @param {string} text
 */
function grown(text) {
  const inUnit = (/** @type {string} */ part, /** @type {string} */ unit) =>
    part.replace(/(?<![\w.#-])(\d*\.?\d+)px/g, (length, n) =>
      n < 4 ? length : `${n / 16}${unit}`,
    );
  return text
    .replace(/@media[^{]*/g, (head) =>
      inUnit(head, "em").replace(BELOW, (_, n) => `${n - 0.001}em`),
    )
    .replace(/([\w-]+)\s*:([^;{}]*)(?=[;}])/g, (all, property) =>
      FIXED.test(property) ? all : inUnit(all, "rem"),
    );
}

/**
 * Style sheets name sizes: `$(row)` is the number, `$rem(title.line)` that many pixels in rem.
 * @type {import("esbuild").Plugin}
 */
const sizesInStyles = {
  name: "sizes",
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]css[\\/]\w+\.css$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      const contents = text.replace(/\$(rem)?\(([\w.]+)\)/g, (_, rem, name) =>
        rem ? `${size(name) / 16}rem` : `${size(name)}`,
      );
      return { contents: grown(contents), loader: "css" };
    });
  },
};

/**
 * Leaflet's own modules: nothing can be left out of the file that its package names as main. Its
 * pictures are of controls that the page does not have.
 * @type {import("esbuild").Plugin}
 */
const leafletInParts = {
  name: "leaflet",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^leaflet$/ }, () => ({
      path: path.join(leaflet, "dist/leaflet-src.esm.js"),
    }));
    onLoad({ filter: /leaflet\.css$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      return { contents: text.replace(/[\w-]+\s*:\s*url\([^)]*\);?/g, ""), loader: "css" };
    });
  },
};

/**
 * For maps without any of the options: what is only for them is left out.
 * @type {import("esbuild").Plugin}
 */
const withoutOptions = {
  name: "options",
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]options\.js$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      return { contents: text.replaceAll("= true;", "= false;"), loader: "js" };
    });
  },
};

/**
 * What of a page runs once a reader asks for it, with all that it imports, is a function's body: until
 * then the browser only looks through it for faults.
 * @type {import("esbuild").Plugin}
 */
const onDemand = {
  name: "on demand",
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]moving\.js$/ }, async ({ path: file }) => {
      const text = await bundled({ entryPoints: [file], format: "iife", globalName: "made" });
      const contents = `function run() { ${text} return made; }
        export const movingMap = (...given) => run().movingMap(...given);`;
      return { contents, loader: "js" };
    });
  },
};

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  outdir: out,
  bundle: true,
  minify: true,
  target: BROWSERS,
  charset: "utf8",
  legalComments: "none", // Leaflet's is written whole: see below
  plugins: [sizesInStyles, leafletInParts],
  logLevel: "warning",
};

/** @param {string} name */
const script = (name) => path.join(src, `${name}.js`);

/**
 * Modules as one text, with their names.
 * @param {import("esbuild").BuildOptions | string} from options, or the file that imports the others
 */
async function bundled(from) {
  const options = typeof from === "string" ? { entryPoints: [from] } : from;
  /** @type {import("esbuild").BuildOptions & {write: false}} */
  const named = { ...common, minify: false, minifySyntax: true, format: "esm", write: false };
  const { outputFiles } = await build({ ...named, ...options, write: false });
  return outputFiles[0].text;
}

/**
 * The script of a map, whose modules run when the browser has shown the map: see after-paint.js.
 * A dynamic import would say the same, at the price of 600 bytes compressed.
 * @param {string} name
 * @param {import("esbuild").Plugin[]} [plugins]
 * @param {boolean} [once] what is put into brackets is compiled once: V8 looks through the rest for
 *   faults, and compiles it when it is called
 */
async function mapScript(name, plugins = [], once = false) {
  const modules = await bundled({
    entryPoints: [script(name)],
    plugins: [...plugins, ...(common.plugins ?? [])],
  });
  const contents = `import { afterPaint } from "./after-paint.js";
    (() => afterPaint(${once ? `(function () {${modules}})` : `() => {${modules}}`}))();`;
  return bundled({ stdin: { contents, resolveDir: src } });
}

await mkdir(out, { recursive: true });
await build({ ...common, entryPoints: STYLES.map((name) => path.join(src, "css", `${name}.css`)) });
await build({
  ...common,
  format: "iife",
  entryPoints: ["loader", "cartogram", "dashboard", "headings", "multiples", "periods", "taps"].map(
    script,
  ),
});

// No names of its own: no function has to keep them, in the head of every map.
await build({ ...common, format: "esm", entryPoints: [script("before-paint")] });

/** Calls of functions that are shorter than their names: terser leaves those in place otherwise. */
const INLINED = /(?<!function )\b(svgById|roving|measureOf|pathOf)\(/g;
/** Names of properties that never leave the script and are no browser's. */
const OWN =
  /^(across|circle|letter|line|lit|of|over|reveal|star|startMap|steps|turn|valueWidth|weight)$/;

/**
 * Write a script that is counted in bytes: terser's names and inlining save 5 % of esbuild's.
 * @param {string} name
 * @param {string} text
 */
async function writeSmall(name, text) {
  // One keyword instead of three: declarations that follow each other become one.
  const plain = text.replace(/\b(const|var) /g, "let ");
  const small = await minify(plain.replace(INLINED, "/*@__INLINE__*/$&"), {
    ecma: 2020,
    toplevel: true,
    // Nothing here asks for a function's length or prototype, no getter has a side effect, and
    // String, Number and Boolean are the language's own.
    compress: {
      passes: 8,
      keep_fargs: false,
      lhs_constants: false,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_comps: true,
    },
    mangle: { properties: { regex: OWN } },
  });
  await writeFile(path.join(out, `${name}.js`), `${small.code}\n`);
}

await writeSmall("embed", await mapScript("embed", [withoutOptions]));
await writeSmall("embed-options", await mapScript("embed"));
// geo/web/element.py puts it into a function.
await writeSmall("element", await bundled(script("element")));

const license = await readFile(path.join(leaflet, "LICENSE"), "utf8");
const page = await transform(await mapScript("page", [onDemand], true), {
  minify: true,
  format: "iife",
  target: BROWSERS,
  charset: "utf8",
});
const notice = `/*! Leaflet 1.9.4, https://leafletjs.com\n\n${license.trim()}\n*/`;
await writeFile(path.join(out, "page.js"), `${notice}\n${page.code}`);
