import type { App } from '../app.ts';
import chatStyle from './chat.css';
import chatScript from './client/chat.js';
import figuresScript from './client/figures.js';
import sourceScript from './client/source.js';
import icon from './favicon.svg';
import style from './style.css';

/** Files that the pages load, by path. All are ours: the content security policy allows no others. */
const ASSETS: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  '/style.css': { type: 'text/css; charset=utf-8', text: `${style}\n${chatStyle}` },
  '/chat.js': { type: 'text/javascript; charset=utf-8', text: chatScript },
  '/figures.js': { type: 'text/javascript; charset=utf-8', text: figuresScript },
  '/source.js': { type: 'text/javascript; charset=utf-8', text: sourceScript },
  '/favicon.svg': { type: 'image/svg+xml', text: icon },
};

/** Short, as the addresses carry no version: after a deploy the old style lives on this long, in seconds. */
const CACHE_SECONDS = 600;

/** Serves style, scripts and icon. */
export function serveAssets(app: App): void {
  for (const [path, { type, text }] of Object.entries(ASSETS)) {
    app.get(path, (c) =>
      c.body(text, 200, { 'content-type': type, 'cache-control': `public, max-age=${CACHE_SECONDS}` }),
    );
  }
}
