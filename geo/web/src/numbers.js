// @ts-check

/**
 * Numbers as the build writes those that are not negative: `geo/base/languages.py`.
 * @param {string} language BCP 47
 * @param {number[]} digits after the point, least and most
 */
export const numberFormat = (language, [minimumFractionDigits, maximumFractionDigits]) =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits,
    maximumFractionDigits,
  });
