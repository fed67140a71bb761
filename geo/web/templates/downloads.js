// Files made in the page itself: nothing is asked of a server.
function save(name, content) {
  const href = URL.createObjectURL(content);
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
}

/** A cell of CSV; an apostrophe keeps a spreadsheet from taking text for a formula. */
function cell(value) {
  if (typeof value === "number") return value;
  const text = (value ?? "").replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function toCsv() {
  const head = [t("code"), t("district"), t("kind"), t("area"), ...data.measures.map((m) => `${m.label} (${m.unit})`)];
  const lines = data.districts.map((d) => [d.code, d.name, d.kind, d.area, ...data.measures.map((m) => d.values[m.id])]);
  // The byte order mark tells Excel that this is UTF-8.
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join()).join("\r\n")}\r\n`;
}

/** Plane units to degrees, by the polynomials the build fitted. */
function unproject([x, y]) {
  const { degree, lon, lat, width, height } = data.plane;
  const [u, v] = [(2 * x) / width - 1, (2 * y) / height - 1];
  let [n, east, north] = [0, 0, 0];
  for (let i = 0; i <= degree; i += 1) {
    for (let j = 0; i + j <= degree; j += 1, n += 1) {
      east += lon[n] * u ** i * v ** j;
      north += lat[n] * u ** i * v ** j;
    }
  }
  return [+east.toFixed(5), +north.toFixed(5)];
}

/** Exterior rings turn one way, their holes, which follow them, the other. */
function polygonsOf(path) {
  const polygons = [];
  for (const ring of ringsOf(path).map((points) => points.map(unproject))) {
    const area = ring.reduce((sum, [x, y], i) => (i ? sum + ring[i - 1][0] * y - x * ring[i - 1][1] : 0), 0);
    if (area < 0 && polygons.length) polygons[polygons.length - 1].push(ring);
    else polygons.push([ring]);
  }
  return polygons;
}

function toGeojson() {
  const features = data.districts.map(({ code, name, kind, approximate, values }) => ({
    type: "Feature",
    id: code,
    properties: { code, name, kind, approximate, ...values },
    geometry: { type: "MultiPolygon", coordinates: polygonsOf(shapes.get(code).getAttribute("d")) },
  }));
  return JSON.stringify({ type: "FeatureCollection", features });
}

$("downloads").addEventListener("click", async ({ target }) => {
  const kind = target.value;
  if (!kind) return;
  const content = { csv: toCsv, geojson: toGeojson, png: toPng }[kind];
  save(`${data.name}.${kind}`, new Blob([await content()]));
});
