import { secureHeaders } from 'hono/secure-headers';

/** Where Telegram shows the pages as a Mini App: its apps open them alone, its web client in a frame. */
const TELEGRAM = 'https://web.telegram.org';

/** Nothing loads but our own style sheet, scripts and pictures; forms go nowhere but home; only Telegram frames us. */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'self'", TELEGRAM],
  },
  // It knows no list of origins: frame-ancestors stands in its place.
  xFrameOptions: false,
  // A page in a frame of Telegram is not the opener of anything, and its window is not ours to isolate.
  crossOriginOpenerPolicy: false,
  referrerPolicy: 'no-referrer',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
});
