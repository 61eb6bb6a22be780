/** The one style sheet: system fonts, light and dark. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #fff; --line: #d0d7de; --mark: #fff1a8; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9aa4af; --paper: #0d1117; --line: #3d444d; --mark: #5c4a00; --link: #79b8ff; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 0 1rem 3rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 44rem; margin: 0 auto; }
header { padding: 1rem 0; display: flex; gap: .75rem; align-items: baseline; }
header a { font-weight: 700; text-decoration: none; }
header span, footer, .line, .citation { color: var(--soft); }
a { color: var(--link); }
h1 { font-size: 1.4rem; line-height: 1.4; }
h2 { font-size: 1.05rem; }
label { display: block; font-weight: 600; }
.row { display: flex; gap: .5rem; flex-wrap: wrap; }
input { flex: 1 1 14rem; min-width: 0; }
input, button { font: inherit; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--paper); color: var(--ink); }
button { background: var(--link); border-color: var(--link); color: var(--paper); cursor: pointer; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.reply { margin: 1.5rem 0; }
.reply p { margin: .25rem 0; white-space: pre-wrap; }
.headline { font-size: 1.5rem; font-weight: 700; }
blockquote { margin: .75rem 0 .25rem; padding: .25rem 0 .25rem 1rem; border-left: 4px solid var(--line); white-space: pre-wrap; }
.caveat::before { content: "注意："; font-weight: 600; }
.source { white-space: pre-wrap; border-top: 1px solid var(--line); margin-top: 1rem; padding-top: 1rem; }
mark { background: var(--mark); color: inherit; scroll-margin-top: 30vh; }
footer { margin-top: 3rem; font-size: .9rem; }
`;
