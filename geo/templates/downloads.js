// Files made in the page itself: nothing is asked of a server.
function save(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** A cell of CSV; an apostrophe keeps a spreadsheet from taking text for a formula. */
function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function toCsv() {
  const heads = [t("code"), t("district"), t("kind"), t("area"), ...data.measures.map((m) => `${m.label} (${m.unit})`)];
  const lines = data.districts.map((d) => [d.code, d.name, d.kind, d.area, ...data.measures.map((m) => d.values[m.id])]);
  // The byte order mark tells Excel that this is UTF-8.
  return `\ufeff${[heads, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Plane units to degrees, by the polynomials the build fitted. */
function unproject(x, y) {
  const { degree, lon, lat, width, height } = data.plane;
  const [u, v] = [(2 * x) / width - 1, (2 * y) / height - 1];
  let [n, east, north] = [0, 0, 0];
  for (let i = 0; i <= degree; i += 1) {
    for (let j = 0; i + j <= degree; j += 1, n += 1) {
      const term = u ** i * v ** j;
      east += lon[n] * term;
      north += lat[n] * term;
    }
  }
  return [+east.toFixed(5), +north.toFixed(5)];
}

/** Rings of a path made of one absolute start and steps each. */
function ringsOf(path) {
  return path.split("z").filter(Boolean).map((part) => {
    const numbers = part.match(/-?\d+/g).map(Number);
    let [x, y] = numbers;
    const ring = [[x, y]];
    for (let i = 2; i < numbers.length; i += 2) ring.push([(x += numbers[i]), (y += numbers[i + 1])]);
    ring.push(ring[0]);
    return ring;
  });
}

const turn = (ring) => ring.reduce((sum, [x, y], i) => (i ? sum + ring[i - 1][0] * y - x * ring[i - 1][1] : 0), 0);

/** Exterior rings turn one way, their holes, which follow them, the other. */
function geometryOf(path) {
  const polygons = [];
  for (const ring of ringsOf(path)) {
    const degrees = ring.map(([x, y]) => unproject(x, y));
    if (turn(degrees) < 0 && polygons.length) polygons[polygons.length - 1].push(degrees);
    else polygons.push([degrees]);
  }
  return { type: "MultiPolygon", coordinates: polygons };
}

function toGeojson() {
  const features = data.districts.map((d) => ({
    type: "Feature",
    id: d.code,
    properties: { code: d.code, name: d.name, kind: d.kind, approximate: d.approximate, ...d.values },
    geometry: geometryOf(shapes.get(d.code).getAttribute("d")),
  }));
  return JSON.stringify({ type: "FeatureCollection", name: data.name, features });
}

$("downloads").addEventListener("click", (event) => {
  const make = {
    csv: () => save(`${data.name}.csv`, toCsv(), "text/csv"),
    geojson: () => save(`${data.name}.geojson`, toGeojson(), "application/geo+json"),
    png: () => toPng().then((blob) => save(`${data.name}-${state.measure}.png`, blob, "image/png")),
  }[event.target.value];
  if (make) make();
});
