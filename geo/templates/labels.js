// Names on the map: inside where there is room, on a leader line where a district is too small
// to hit. They keep apart, and hide in the order of importance. Distances are pixels on the screen.
const labels = $("labels");
const SMALL = 24; // a polygon whose inscribed circle is narrower is reached by its label
const MOST_LEADERS = 48;
const ANGLES = 24;

const overlaps = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const grown = (b, by) => ({ x: b.x - by, y: b.y - by, w: b.w + 2 * by, h: b.h + 2 * by });

/** Do two segments cross? Each is [x1, y1, x2, y2]. */
function crosses([ax, ay, bx, by], [cx, cy, dx, dy]) {
  const side = (x1, y1, x2, y2, x, y) => Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  return side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy)
    && side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by);
}

function labelItems(size) {
  const { k, x, y } = view();
  return data.districts.map((d) => {
    const name = d.label || d.name;
    const rank = d.ranks[state.measure] ?? Infinity;
    return {
      d, name, x: d.at[0] * k + x, y: d.at[1] * k + y, r: d.at[2] * k,
      w: widthOf(name, size), h: size + 2, circle: radiusOf(d),
      weight: d.code === state.district ? -1 : rank,
    };
  }).sort((a, b) => a.weight - b.weight);
}

/** Inside its polygon; under its circle where there is one. A value goes on a second line. */
function insideBox(item, size) {
  const value = !state.circles && item.r > size * 2 ? item.d.texts[state.measure] : "";
  const h = value ? item.h + size : item.h;
  const w = Math.max(item.w, widthOf(value, size - 1));
  const top = item.circle ? item.y + item.circle + 1 : item.y - h / 2;
  return { x: item.x - w / 2, y: top, w, h, value };
}

/** Where a leader's label may stand, nearest first; beside a line that leaves sideways. */
function* leaderBoxes(item, area) {
  const reach = Math.max(60, Math.min(area.w, area.h) * 0.42);
  for (let far = Math.max(16, item.circle + 8); far < reach; far += 7) {
    for (let i = 0; i < ANGLES; i += 1) {
      const angle = (i * 2 * Math.PI) / ANGLES;
      const [tx, ty] = [item.x + Math.cos(angle) * far * 1.25, item.y + Math.sin(angle) * far];
      const w = item.w + 4;
      const left = Math.cos(angle) > 0.3 ? tx : Math.cos(angle) < -0.3 ? tx - w : tx - w / 2;
      const found = { x: left, y: ty - item.h / 2, w, h: item.h, far };
      if (found.x >= area.x && found.y >= area.y && found.x + w <= area.x + area.w && found.y + item.h <= area.y + area.h) yield found;
    }
  }
}

/** The end of a leader: the nearest point of its label's box. */
function leaderLine(item, b) {
  const x = Math.min(b.x + b.w, Math.max(b.x, item.x));
  const y = Math.min(b.y + b.h - 1, Math.max(b.y + 1, item.y));
  return [item.x, item.y, x, y];
}

function placeLeader(item, area, taken, soft, lines) {
  let best = null;
  let least = Infinity;
  for (const b of leaderBoxes(item, area)) {
    if (b.far >= least) break;
    const line = leaderLine(item, b);
    const room = grown(b, 3);
    if (taken.some((other) => overlaps(room, other)) || lines.some((other) => crosses(line, other) || throughBox(other, room))) continue;
    if (taken.some((other) => throughBox(line, other))) continue;
    const cost = b.far + soft.filter((other) => overlaps(room, other) || throughBox(line, other)).length * 45;
    if (cost < least) [best, least] = [{ ...b, line }, cost];
  }
  return best;
}

/** Does a segment pass through a box? */
function throughBox([x1, y1, x2, y2], b) {
  for (let i = 0; i <= 12; i += 1) {
    const [x, y] = [x1 + ((x2 - x1) * i) / 12, y1 + ((y2 - y1) * i) / 12];
    if (x > b.x && x < b.x + b.w && y > b.y && y < b.y + b.h) return true;
  }
  return false;
}

function place(items, size, area) {
  const isSmall = (item) => item.r * 2 < SMALL;
  const small = items.filter(isSmall).slice(0, MOST_LEADERS);
  const large = items.filter((item) => !isSmall(item) && item.w / 2 < item.r * 2.4);
  const dots = small.map((s) => ({ of: s, x: s.x - 7, y: s.y - 7, w: 14, h: 14 }));
  const taken = [];
  const lines = [];
  const placed = [];
  for (const item of small) {
    const foreign = dots.filter((dot) => dot.of !== item);
    const soft = large.map((other) => insideBox(other, size));
    const b = placeLeader(item, area, [...taken, ...foreign], soft, lines);
    if (!b) continue;
    taken.push(b);
    lines.push(b.line);
    placed.push({ item, b });
  }
  for (const item of large) {
    const full = insideBox(item, size);
    const plain = { ...full, h: item.h, y: item.circle ? full.y : item.y - item.h / 2, value: "" };
    const above = item.circle ? { ...plain, y: item.y - item.circle - item.h - 1 } : plain;
    const free = (b) => !taken.some((o) => overlaps(b, o)) && !dots.some((o) => overlaps(b, o)) && !lines.some((l) => throughBox(l, b));
    const b = [full, plain, above].find(free);
    if (!b) continue;
    taken.push(b);
    placed.push({ item, b });
  }
  return placed;
}

/** Black or white, whichever stands out more: never below 4.58 to 1. */
function inkOn(fill) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(fill.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000" : "#fff";
}

function inks(item, b) {
  const fill = fillOf(item.d);
  return b.line || item.circle || !fill.startsWith("#") || svg.classList.contains("plain") ? {} : { fill: inkOn(fill), stroke: fill };
}

function drawLabel({ item, b }, size) {
  const [cx, cy] = [b.x + b.w / 2 - item.x, b.y - item.y];
  const first = make("text", { x: cx.toFixed(1), y: (cy + size).toFixed(1), "font-size": size, ...inks(item, b) }, item.name);
  const parts = [first];
  if (b.value) parts.push(make("text", { x: cx.toFixed(1), y: (cy + size * 2).toFixed(1), "font-size": size - 1, ...inks(item, b) }, b.value));
  if (b.line) {
    const end = `${(b.line[2] - item.x).toFixed(1)} ${(b.line[3] - item.y).toFixed(1)}`;
    const [w, h] = [Math.max(SMALL, b.w), SMALL];
    parts.unshift(
      make("path", { class: "halo", d: `M0 0L${end}` }), make("path", { d: `M0 0L${end}` }),
      make("circle", { r: 2 }),
      make("rect", { x: (cx - w / 2).toFixed(1), y: (cy + b.h / 2 - h / 2).toFixed(1), width: w.toFixed(1), height: h }),
    );
  }
  return make("g", { class: b.line ? "leader" : "name", "data-of": item.d.code, transform: `translate(${item.d.at[0]} ${item.d.at[1]})` }, ...parts);
}

function drawLabels() {
  const size = stage.clientWidth < 480 ? 12 : 13;
  const { k, x, y, width, height } = view();
  const area = grown({
    x: Math.min(0, x), y: Math.min(0, y),
    w: Math.max(width, box.width * k), h: Math.max(height, box.height * k),
  }, -4);
  const nodes = place(labelItems(size), size, area).map((p) => drawLabel(p, size));
  for (const node of nodes) node.setAttribute("transform", `${node.getAttribute("transform")} scale(${(1 / k).toFixed(4)})`);
  labels.replaceChildren(...nodes);
  for (const pattern of svg.querySelectorAll("pattern")) pattern.setAttribute("patternTransform", `scale(${(1 / k).toFixed(4)})`);
  drawPlaces(k);
}

/** Points of interest keep their size on the screen. */
function drawPlaces(k) {
  for (const mark of svg.querySelectorAll("#places > g")) {
    mark.setAttribute("transform", `translate(${mark.getAttribute("data-x")} ${mark.getAttribute("data-y")}) scale(${(1 / k).toFixed(4)})`);
  }
}

/** Everything that has a size in pixels, drawn anew: after a zoom, a turn of the phone. */
function layOut() {
  drawCircles();
  drawCircleLegend();
  drawLabels();
}

onChange((changed) => {
  if (["measure", "circles", "district"].some((key) => changed.has(key))) drawLabels();
});
