/**
 * The style of an exported page: paper and ink, a serif for reading, 66 characters a line. The page's content security
 * policy allows this style by its hash, and no other.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: oklch(0.985 0.006 85);
  --ink: oklch(0.24 0.012 70);
  --ink-quiet: oklch(0.47 0.012 70);
  --line: oklch(0.88 0.008 80);
  --accent: oklch(0.43 0.075 200);
  --wash: oklch(0.955 0.008 85);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: oklch(0.215 0.006 70);
    --ink: oklch(0.91 0.008 80);
    --ink-quiet: oklch(0.72 0.01 80);
    --line: oklch(0.35 0.008 70);
    --accent: oklch(0.79 0.08 195);
    --wash: oklch(0.255 0.007 70);
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  font: 1.0625rem/1.65 'Source Serif 4', 'Iowan Old Style', 'Palatino Linotype', Palatino, Charter, Georgia, 'Noto Serif', serif;
  font-kerning: normal;
  overflow-wrap: break-word;
}
main { max-width: 66ch; margin: 0 auto; padding: 4rem 1.25rem 6rem; }
header { margin-bottom: 2.5rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.25em 0 0.6em; text-wrap: balance; break-after: avoid; }
header h1 { margin: 0 0 0.4em; font-size: 2.125rem; letter-spacing: -0.01em; }
#text h1, h2 { font-size: 1.5rem; }
h3 { font-size: 1.2rem; }
h4, h5, h6 { font-size: 1.0625rem; }
p, ul, ol, blockquote, pre, table, figure, details, .pictures { margin: 0 0 1.1em; }
.byline, figcaption, footer, .footnotes { color: var(--ink-quiet); font-size: 0.9rem; }
.byline { margin: 0; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
ul, ol { padding-left: 1.5em; }
summary { cursor: pointer; }
sup, sub { line-height: 0; }
li { margin: 0.3em 0; }
li > p { margin-bottom: 0.5em; }
.contains-task-list { list-style: none; padding-left: 0.25em; }
.task-list-item input { margin: 0 0.5em 0 0; }
blockquote { margin-left: 0; padding-left: 1.25em; border-left: 2px solid var(--line); color: var(--ink-quiet); }
code, pre, kbd, samp { font-family: 'JetBrains Mono', ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace; font-size: 0.86em; }
code { background: var(--wash); border-radius: 3px; padding: 0.1em 0.3em; }
pre { background: var(--wash); border-radius: 6px; padding: 0.9em 1.1em; overflow-x: auto; line-height: 1.5; }
pre code { background: none; padding: 0; font-size: 0.9em; }
table { border-collapse: collapse; display: block; overflow-x: auto; font-variant-numeric: tabular-nums; }
th, td { padding: 0.35em 0.9em 0.35em 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
[align='center'] { text-align: center; }
[align='right'] { text-align: right; }
img { max-width: 100%; height: auto; border-radius: 4px; }
figure { margin-left: 0; margin-right: 0; break-inside: avoid; }
figure img { display: block; margin: 0 auto; }
figcaption { margin-top: 0.5em; text-align: center; }
.pictures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); align-items: center; }
.pictures figure { margin: 0; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5em auto; width: 8em; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.tags { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0; }
.footnotes { margin-top: 3rem; padding-top: 0.5rem; border-top: 1px solid var(--line); }
.sr-only { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  :root { --paper: white; --ink: black; --ink-quiet: #333; --line: #bbb; --accent: black; --wash: #f4f4f4; color-scheme: light; }
  main { max-width: none; padding: 0; }
  body { font-size: 11pt; line-height: 1.5; orphans: 3; widows: 3; }
  a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.8em; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; }
  table { display: table; }
}
`
