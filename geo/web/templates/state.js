// One state, many followers; the part of it worth sharing stands in the address.
const state = {
  measure: data.measures[0].id,
  district: "", // pinned
  over: "", // under the pointer or the keyboard's focus
  lit: "", // a class of the legend: its number, "missing" or "inapplicable"
  circles: false,
};
const followers = [];

const measure = () => measures.get(state.measure);
const onChange = (follow) => followers.push(follow);

/** Change the state and tell the followers what changed; `lasting` changes enter the address. */
function set(change, lasting) {
  const changed = {};
  for (const key in change) if (state[key] !== change[key]) changed[key] = true;
  Object.assign(state, change);
  if (!Object.keys(changed).length) return;
  for (const follow of followers) follow(changed);
  if (lasting) remember();
}

/** The total that circles show: the one in view, or the map-maker's choice over a rate. */
const circleMeasure = () => (measure().kind === "total" ? measure() : measures.get(data.circles));

function remember() {
  const parts = new URLSearchParams({ measure: state.measure });
  if (state.district) parts.set("district", state.district);
  if (state.circles) parts.set("circles", 1);
  try {
    // In an article the back button leaves the article, so a frame adds no history.
    history[framed ? "replaceState" : "pushState"](null, "", `#${parts}`);
  } catch {
    // a sandboxed srcdoc has no address of its own
  }
}

function restore() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const [wanted, district] = [parts.get("measure"), parts.get("district")];
  set({
    measure: measures.has(wanted) ? wanted : data.measures[0].id,
    district: districts.has(district) ? district : "",
    circles: Boolean(data.circles && parts.get("circles")),
  });
}

/** Choose a district; choosing it again releases it. */
function pin(code) {
  set({ district: state.district === code ? "" : code }, true);
}
