// Names on the map: inside where there is room, on a leader line where a district is too small
// to hit. They keep apart, and hide in the order of importance. Distances are screen pixels.
const labels = $("labels");
const SMALL = 24; // a polygon whose inscribed circle is narrower is reached by its label
const MOST_LEADERS = 32; // of more, only the most important have one

const overlaps = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const around = (x, y, r) => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r });

function labelItems(size) {
  const { k, x, y } = view();
  return data.districts.map((d) => ({
    d, x: d.at[0] * k + x, y: d.at[1] * k + y, r: d.at[2] * k, w: widthOf(nameOf(d), size),
    circle: circleOf(d) || (data.places.some((p) => p.code === d.code) ? 8 : 0), // room for the star
    weight: d.code === state.district ? 0 : rankOf(d, measure()) || Infinity,
  })).sort((a, b) => a.weight - b.weight);
}

/** Boxes inside the polygon, best first: with the value, without; under or over a circle. */
function insideBoxes({ d, x, y, r, w, circle }, size) {
  const value = circle || r < size * 2 || gapOf(d, measure()) ? "" : textOf(d, measure());
  const wide = Math.max(w, widthOf(value, size));
  const name = { x: x - w / 2, y: y - size / 2 - 2, w, h: size + 3 };
  if (circle) return [{ ...name, y: y + circle }, { ...name, y: y - circle - size - 3 }];
  return [...(value ? [{ x: x - wide / 2, y: y - size - 2, w: wide, h: size * 2 + 5, value }] : []), name];
}

/** A leader line as the small boxes it runs through, from beside its district's dot to its label. */
function leader(item, b) {
  const x = Math.min(b.x + b.w, Math.max(b.x, item.x));
  const y = Math.min(b.y + b.h - 2, Math.max(b.y + 2, item.y));
  const n = Math.ceil(Math.hypot(x - item.x, y - item.y) / 4);
  const steps = Array.from({ length: n }, (_, i) => around(item.x + ((x - item.x) * i) / n, item.y + ((y - item.y) * i) / n, 2));
  return { x, y, steps: steps.slice(3) };
}

/** The nearest free place for a leader's label within reach, all the way round. */
function placeLeader(item, size, area, taken, reach) {
  const h = size + 4;
  const blocked = (part) => taken.some((o) => o.d !== item.d && overlaps(part, o));
  for (let far = 16 + item.circle; far < reach; far += 5) {
    for (let turn = 0; turn < 24; turn += 1) {
      const [c, s] = [Math.cos((turn * Math.PI) / 12), Math.sin((turn * Math.PI) / 12)];
      const b = { x: item.x + c * far * 1.2 - (item.w * (1 - Math.sign(Math.round(c * 2)))) / 2, y: item.y + s * far - h / 2, w: item.w, h };
      const inside = b.x > area.x && b.y > area.y && b.x + b.w < area.x + area.w && b.y + h < area.y + area.h;
      if (!inside || blocked({ x: b.x - 4, y: b.y - 2, w: b.w + 8, h: h + 4 })) continue;
      const line = leader(item, b);
      if (!line.steps.some(blocked)) return { ...b, line };
    }
  }
  return null;
}

/** Names inside come first, by importance; then the leaders. Pairs of item and box. */
function placeAll(items, size, area) {
  const isSmall = (item) => item.r * 2 < SMALL;
  const dots = items.filter(isSmall).slice(0, MOST_LEADERS).map((item) => ({ ...around(item.x, item.y, 6), d: item.d }));
  const bodies = items.filter((item) => item.circle || item.r * 2 < item.w).slice(0, 99)
    .map((item) => ({ ...around(item.x, item.y, item.circle || item.r), d: item.d }));
  const led = [];
  const leaders = [];
  const reach = 80 + area.h * 0.4;
  let names = [];
  for (const item of items) {
    const taken = [...dots, ...names.map(([, b]) => b)];
    const b = !isSmall(item) && item.w < item.r * 4.5 && insideBoxes(item, size).find((c) => !taken.some((o) => overlaps(c, o)));
    if (b) names.push([item, b]);
    else led.push(item);
  }
  for (const item of led.slice(0, led.length > MOST_LEADERS ? 8 : led.length)) {
    const fixed = [...dots, ...leaders.flatMap(([, b]) => [b, ...b.line.steps])];
    const free = [...fixed, ...names.map(([, b]) => b)];
    // Rather not over a circle or another small district; if need be, where a name inside has to give way.
    const b = placeLeader(item, size, area, [...free, ...bodies], 60) || placeLeader(item, size, area, free, reach)
      || (isSmall(item) && placeLeader(item, size, area, fixed, reach));
    if (!b) continue;
    leaders.push([item, b]);
    names = names.filter(([, o]) => ![b, ...b.line.steps].some((part) => overlaps(part, o)));
  }
  return [...names, ...leaders];
}

/** Black or white, whichever stands out more: never below 4.58 to 1. */
function inkOn(fill) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(fill.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000" : "#fff";
}

function drawLabel([item, b], size, k) {
  const fill = fillOf(item.d);
  const ownInk = !b.line && !item.circle && fill[0] === "#";
  const middle = b.x + b.w / 2 - item.x;
  const texts = [nameOf(item.d), ...(b.value ? [b.value] : [])].map((text, i) => make("text", {
    x: middle.toFixed(1), y: (b.y - item.y + size + i * (size + 2)).toFixed(1), "font-size": size,
    ...(ownInk ? { fill: inkOn(fill), stroke: fill } : {}),
  }, text));
  if (b.line) {
    const d = `M0 0L${(b.line.x - item.x).toFixed(1)} ${(b.line.y - item.y).toFixed(1)}`;
    const w = Math.max(SMALL, b.w + 8);
    texts.unshift(
      make("path", { d, class: "halo" }), make("path", { d }), make("circle", { r: 2 }),
      make("rect", { x: middle - w / 2, y: b.y - item.y + b.h / 2 - SMALL / 2, width: w, height: SMALL }),
    );
  }
  const at = `translate(${item.d.at[0]} ${item.d.at[1]}) scale(${1 / k})`;
  return make("g", { transform: at, ...(b.line ? { "data-of": item.d.code } : {}) }, ...texts);
}

/** Everything that has a size in pixels, drawn anew: after a zoom, a turn of the phone, a choice. */
function layOut() {
  const size = stage.clientWidth < 480 ? 12 : 13;
  const { k, x, y, width, height } = view();
  const area = { x: Math.min(0, x), y: Math.min(0, y), w: Math.max(width, box.width * k), h: Math.max(height, box.height * k) };
  drawCircles();
  drawCircleLegend();
  labels.replaceChildren(...placeAll(labelItems(size), size, area).map((place) => drawLabel(place, size, k)));
  for (const pattern of svg.querySelectorAll("pattern")) pattern.setAttribute("patternTransform", `scale(${1 / k})`);
  for (const mark of $("places").children) {
    mark.setAttribute("transform", mark.getAttribute("transform").replace(/scale.*/, `scale(${1 / k})`));
  }
}

onChange((changed) => {
  if (changed.measure || changed.circles || changed.district) layOut();
});
