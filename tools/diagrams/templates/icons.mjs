// Our own icons: white lines on a dark blue tile. Modeler shows them at 16 to 32 pixels, so each is
// one plain shape. A diagram carries a copy of the icon in every templated element: keep them short.

const shapes = {
  // A photograph: frame, hill and sun.
  images: '<path d="M5 7h14v10H5z"/><path d="m5 15 4-4 4 4 2-2 4 4"/><circle cx="15" cy="10" r="1"/>',
  // A model: a cube.
  model: '<path d="m12 4 7 4v8l-7 4-7-4V8z"/><path d="m5 8 7 4 7-4M12 12v8"/>',
  // A result: an arrow into a tray.
  result: '<path d="M12 4v10M8 10l4 4 4-4"/><path d="M5 15v4h14v-4"/>',
  // A survey: a list.
  survey: '<path d="M9 7h10M9 12h10M9 17h10"/><path d="M5 7h.5M5 12h.5M5 17h.5"/>',
  // An operator: a bell.
  operator: '<path d="M7 16v-5a5 5 0 0 1 10 0v5l2 1H5z"/><path d="M10 20h4"/>',
  // FlightHub itself: a drone from above.
  drone:
    '<path d="M10 10h4v4h-4z"/><path d="m10 10-2.5-2.5M14 10l2.5-2.5M14 14l2.5 2.5M10 14l-2.5 2.5"/>' +
    '<circle cx="6" cy="6" r="2"/><circle cx="18" cy="6" r="2"/>' +
    '<circle cx="6" cy="18" r="2"/><circle cx="18" cy="18" r="2"/>',
};

/** A data URI of the icon with this name. */
export function icon(name) {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">' +
    '<rect width="24" height="24" rx="4" fill="#14365c"/>' +
    '<g fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">' +
    `${shapes[name]}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
