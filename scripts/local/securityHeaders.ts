/**
 * What a browser may do with the built web UI. `npm start` and the end-to-end tests send these with every answer; whoever serves it in
 * production sends the same (frontend/README.md, "In production").
 */
const CONTENT_SECURITY_POLICY = {
  "default-src": "'none'",
  // No inline script and no eval, so a name that slips through as markup stays without force.
  "script-src": "'self'",
  "style-src": "'self'",
  // EIP-6963 gives wallets' icons as data URIs.
  "img-src": "'self' data:",
  "font-src": "'self'",
  // Chain and indexer are under the page's own origin.
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};

const DENIED_FEATURES = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "payment",
  "usb",
];

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": Object.entries(CONTENT_SECURITY_POLICY)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": DENIED_FEATURES.map((feature) => `${feature}=()`).join(", "),
  "Cross-Origin-Resource-Policy": "same-origin",
  // Some wallets sign in a window of their own.
  "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
};
