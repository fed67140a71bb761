// @ts-check
// What only some maps have. An embed whose map has none of it gets a script built with all of
// these false: see tools/front/build.js and `needs_options` of geo/web/options.py.

export const GAPS = true; // districts without a value, each with the reason
export const CONTINUOUS = true; // a colour for each value instead of classes
export const ZERO_APART = true; // a class that holds only zero
export const NEGATIVE = true; // values below zero
export const RTL = true; // lines that run from the right
export const TRANSLATED = true; // other words for names and kinds than the boundaries have
export const OWN_WORDS = true; // a tooltip or a card of the map-maker's own
export const ANNOTATED = true; // texts on the map
export const DOUBTS = true; // districts that rounding could move to another class
export const CROSSED = true; // two measures in one
export const OWN_MARKS = true; // numbers as a house writes them
export const OWN_FIGURES = true; // figures that only the build writes so; open ends of classes
export const MANY = true; // more districts than all can have a leader
export const INSETS = true; // frames with parts of the map that lie elsewhere
export const CARTOGRAM = true; // a second view with circles or squares for districts
export const PERIODS = true; // several periods, one of which the reader chooses
