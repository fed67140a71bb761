// @ts-check

/**
 * Black or white, whichever stands out more: never below 4.58 to 1. Relative luminance as in
 * WCAG 2.2; the two are equally far from one of 0.179.
 * @param {string} fill `#rrggbb`
 */
export function inkOn(fill) {
  const [r, g, b] = [1, 3, 5]
    .map((i) => parseInt(fill.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000" : "#fff";
}
