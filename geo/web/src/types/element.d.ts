// What geo/web/element.py puts around element.js.
declare const geoMapName: string;
declare const geoMapApp: (
  document: Document,
  location: Pick<Location, "hash" | "href" | "search">,
  history: Pick<History, "replaceState">,
  parent: { postMessage: (message: unknown) => void },
  addEventListener: (kind: string, listener: EventListener) => void,
) => void;

// What geo/web/dashboard.py puts around dashboard.js.
declare const geoMapApps: (typeof geoMapApp)[];
