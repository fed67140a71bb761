// Made by `make front` from geo/web/contract.py.

/**
 * Everything about the map that the scripts read, and what the page promises to others.
 *
 * Attributes
 * ----------
 * name : str
 *     Stem of the files a reader downloads.
 * title, source, notes : str, str, list of str
 * language : str
 *     BCP 47, with the digits if a browser could choose others: ``ar-u-nu-latn``.
 * circles : str
 *     Id of the measure that circles show over a rate; empty if there is no total.
 * measures : list of MeasureData
 *     The first is shown first.
 * white_on : list of str
 *     Those of the measures' fills on which white type stands out more than black.
 * districts : list of DistrictData
 * places : list of PlaceData
 * strings : list of str
 *     In the order of `geo.web.data.STRINGS`, blank those of other maps; ``{name}`` is filled in.
 */
export interface MapData {
  annotations?: AnnotationData[];
  byline?: string;
  card?: string[];
  cartogram?: CartogramData;
  circle_scale?: number;
  circles: string;
  columns?: ColumnsData;
  /**
   * @minItems 2
   * @maxItems 2
   */
  corner?: [[number, number], [number, number]];
  credit?: string;
  districts: DistrictData[];
  frames?: [number, number, number, number][];
  language: string;
  /**
   * @minItems 3
   * @maxItems 3
   */
  marks: [string, string, number];
  measures: MeasureData[];
  name: string;
  notes: string[];
  periods?: PeriodData[];
  places: PlaceData[];
  plane?: PlaneData;
  reaches?: {
    /**
     * @minItems 2
     * @maxItems 2
     */
    [k: string]: [number, number];
  };
  source: string;
  spans?: {
    [k: string]: string;
  };
  strings: string[];
  tiles?: TileLayer[];
  tips?: string[][];
  title: string;
  white_on: string[];
  zero?: string;
  zoom?: number;
}
/**
 * A text on the map.
 *
 * Attributes
 * ----------
 * code : str
 *     Of the district it is about; empty for a point.
 * place : (int, int)
 *     Of its number or of the leader's dot, in the drawing's units.
 * at : (int, int, int, int)
 *     Middle of the text, there, its width and height in CSS pixels; left out if only its number
 *     is on the map.
 */
export interface AnnotationData {
  /**
   * @minItems 4
   * @maxItems 4
   */
  at?: [number, number, number, number];
  code: string;
  /**
   * @minItems 2
   * @maxItems 2
   */
  place: [number, number];
}
/**
 * Circles, squares or tiles in place of districts.
 *
 * Attributes
 * ----------
 * square : bool
 *     No circles.
 * at : list of (float, float, float)
 *     In the order of the districts, in the drawing's units: x and y of the middle, half width.
 * area : AreaData
 *     Left out for tiles, whose areas show nothing.
 * letters : list of str
 *     Of tiles: what stands in each where a name is wider than it, as states and countries have
 *     them; left out if no unit has any.
 */
export interface CartogramData {
  area?: AreaData;
  at: [number, number, number][];
  letters?: string[];
  square: boolean;
}
/**
 * What areas show.
 *
 * Attributes
 * ----------
 * measure : str
 *     Id of a total.
 * title : str
 *     Of the legend.
 * unit : float
 *     Half the width of what has a quantity of 1, in the drawing's units.
 */
export interface AreaData {
  measure: string;
  title: string;
  unit: number;
}
/**
 * What the districts have for the script alone, in their order: see `DistrictData`.
 */
export interface ColumnsData {
  area: number[];
  at: [number, number, number][];
  search: string[];
}
/**
 * One district.
 *
 * Attributes
 * ----------
 * code, name, kind : str
 *     As in the boundaries; `kind` may be empty.
 * approximate : bool
 *     The outline only shows where the district is.
 * search : str
 *     Words to find it by besides its name: aliases, pinyin with its initials as capitals.
 * area : float
 *     km2.
 * values : dict of str to float or None
 *     By measure id, in the measure's unit; None for no data.
 * classes : dict of str to int or None
 *     By measure id, from 0; None for no data.
 * at : (int, int, int)
 *     x, y and radius of the largest inscribed circle, in the drawing's units.
 */
export interface DistrictData {
  approximate: boolean;
  area: number;
  /**
   * @minItems 3
   * @maxItems 3
   */
  at: [number, number, number];
  classes: {
    [k: string]: number | null;
  };
  code: string;
  doubts?: string[];
  fills?: {
    [k: string]: string | null;
  };
  host?: string;
  host_label?: string;
  kind: string;
  kind_label?: string;
  label?: string;
  name: string;
  search: string;
  states?: {
    [k: string]: "missing" | "inapplicable";
  };
  values: {
    [k: string]: number | null;
  };
}
/**
 * One measure, with its figures of the period in view.
 *
 * Attributes
 * ----------
 * id, label, unit : str
 * kind : {"total", "rate", "bivariate"}
 * edges : list of float, length k + 1
 *     Of k classes. An edge closes the class below it: ``(lower, upper]``, the first class closed
 *     on both sides.
 * breaks : list of str, length k + 1
 *     The edges as the legend has them, in `break_unit` if that is not `unit`; left out where
 *     a script writes them the same.
 * colors : list of str, length k
 *     ``#rrggbb``.
 * unclassed : True
 *     A continuous scale: districts have `fills` of their own; left out for classes.
 * circle_steps : list of CircleStepData
 *     Of the legend of circles, largest first; empty for rates.
 * extent : (float, float)
 *     Lowest and highest value of any period, zero included: the ends of the table's bars.
 * digits : (int, int)
 *     Least and most digits after the point of a value.
 */
export interface MeasureData {
  blanks?: string[];
  break_unit?: string;
  breaks?: string[];
  circle_steps: CircleStepData[];
  colors: string[];
  dek?: string;
  differences: string[];
  /**
   * @minItems 2
   * @maxItems 2
   */
  digits: [number, number];
  edges: number[];
  /**
   * @minItems 2
   * @maxItems 2
   */
  extent: [number, number];
  grid?: GridData;
  id: string;
  kind: "total" | "rate" | "bivariate";
  label: string;
  notes?: string[];
  ranked: number;
  ranks: (number | null)[];
  shares?: string[];
  summary: string;
  texts?: string[];
  title?: string;
  unclassed?: true;
  unit: string;
  whole: string;
}
/**
 * A circle of the legend: its value, and that as readers see it, if a script does not.
 */
export interface CircleStepData {
  text?: string;
  value: number;
}
/**
 * Two crossed measures: class ``row * columns + column``, low in both first.
 *
 * Attributes
 * ----------
 * columns : int
 *     Classes of the first.
 * x, y : AxisData
 * words : list of str
 *     What the classes are in words.
 * values : list of str
 *     The districts' two values with their units, empty for no data; left out where the second
 *     measure only fades the first.
 */
export interface GridData {
  columns: number;
  values?: string[];
  words: string[];
  x: AxisData;
  y: AxisData;
}
/**
 * An axis of two crossed measures: its title with unit, the break values between its classes.
 *
 * An end that is open has an empty one, and so has the lower one of a class of zeros.
 */
export interface AxisData {
  joints: string[];
  title: string;
}
/**
 * A period.
 *
 * Attributes
 * ----------
 * label : str
 * at : float
 *     Where it lies between the first, 0, and the last, 1.
 * said : dict of str to str
 *     By measure id: the text in place of the picture.
 * measures : dict of str to PeriodMeasureData
 *     By measure id; a change, which is of two periods, is not among them.
 * tips : list of list of str
 *     Lines of the tooltip, where the map-maker wrote some.
 * doubts : list of list of str
 *     What rounding leaves open, where the spec asks for it.
 */
export interface PeriodData {
  at: number;
  doubts?: string[][];
  label: string;
  measures: {
    [k: string]: PeriodMeasureData;
  };
  said: {
    [k: string]: string;
  };
  tips?: string[][];
}
/**
 * A measure in one period.
 *
 * Attributes
 * ----------
 * values : list of float or None
 * classes : list of int or None
 *     From 0.
 * states : list of str
 *     Why there is no value, empty for one; left out where all that lack one are missing.
 * fills : list of str or None
 *     Of a continuous scale.
 * blocks : list of BlockData
 * bins : list of float
 *     Heights of the bars over a continuous scale, pixels.
 */
export interface PeriodMeasureData {
  bins?: number[];
  blanks?: string[];
  blocks: BlockData[];
  classes: (number | null)[];
  differences: string[];
  fills?: (string | null)[];
  grid?: GridData;
  ranked: number;
  ranks: (number | null)[];
  shares?: string[];
  states?: ("" | "missing" | "inapplicable")[];
  summary: string;
  texts?: string[];
  values: (number | null)[];
  whole: string;
}
/**
 * A block of the legend: class or state, its count, what is said of it, its bar in pixels.
 */
export interface BlockData {
  count: number;
  key: string;
  px: number;
  said: string;
}
/**
 * A point of interest: the code of its district, its name, one line about it.
 *
 * Of an `approximate` one only the district is known.
 */
export interface PlaceData {
  approximate: boolean;
  code: string;
  label: string;
  text: string;
}
/**
 * The drawing's extent in its units, and polynomials to degrees: see `Unprojection`.
 */
export interface PlaneData {
  degree: number;
  height: number;
  lat: number[];
  lon: number[];
  width: number;
}
/**
 * A layer of tiles under the page's map: the template of its addresses, Leaflet's options.
 */
export interface TileLayer {
  options: TileOptions;
  url: string;
}
/**
 * Leaflet's options of a tile layer.
 */
export interface TileOptions {
  attribution: string;
  maxZoom: number;
  minZoom: number;
  subdomains: string;
}
