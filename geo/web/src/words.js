// @ts-check
// Made by `make front` from geo/web/data.py: places in `strings`. As constants of their own
// they are numbers in the built scripts, which need no keys.
export const against_mean = 0;
export const approximate = 1;
export const approximate_in = 2;
export const area = 3;
export const ascending = 4;
export const circles_show = 5;
export const class_range = 6;
export const code = 7;
export const colon = 8;
export const comma = 9;
export const descending = 10;
export const district = 11;
export const district_value = 12;
export const found = 13;
export const kind = 14;
export const list_comma = 15;
export const measure = 16;
export const rank = 17;
export const rank_of = 18;
export const release = 19;
export const released = 20;
export const share = 21;
export const value = 22;
export const inapplicable = 23;
export const missing = 24;
export const pause = 25;
export const period = 26;
export const play = 27;
export const copied = 28;
export const copy_link = 29;
export const hint_touch = 30;
export const hint_wheel = 31;
