import { html } from 'hono/html';

/** Markup that is safe to send: `html` escapes every value put into it. */
export type Markup = ReturnType<typeof html>;

interface LayoutOptions {
  readonly title: string;
  /** Address of a script of ours, or none. */
  readonly script?: string;
}

/** A whole page around its main part. */
export function layout(main: Markup, { title, script }: LayoutOptions): Markup {
  return html`<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
${script === undefined ? '' : html`<script src="${script}" defer></script>`}
</head>
<body>
<header><a href="/">问据</a><span>每个数字都有出处</span></header>
<main>${main}</main>
</body>
</html>`;
}
