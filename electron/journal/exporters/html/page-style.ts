import { POST_STYLE } from '../../../shared/report/post-style.ts'

/**
 * The style of an exported page: that of every post, on paper of its own, 66 characters a line. The page's content
 * security policy allows this style by its hash, and no other.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: oklch(0.985 0.006 85);
  --paper-sunk: oklch(0.955 0.008 85);
  --ink: oklch(0.24 0.012 70);
  --ink-quiet: oklch(0.47 0.012 70);
  --line: oklch(0.88 0.008 80);
  --line-control: oklch(0.61 0.013 80);
  --accent: oklch(0.43 0.075 200);
  --attention-wash: oklch(0.948 0.042 85);
  --hairline: 1px solid var(--line);
  --font-text: 'Source Serif 4', 'Iowan Old Style', 'Palatino Linotype', Palatino, Charter, Georgia, 'Noto Serif', serif;
  --font-code: 'JetBrains Mono', ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace;
  --size-text: 1.0625rem;
  --leading-text: 1.65;
  --measure: 66ch;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: oklch(0.215 0.006 70);
    --paper-sunk: oklch(0.255 0.007 70);
    --ink: oklch(0.91 0.008 80);
    --ink-quiet: oklch(0.72 0.01 80);
    --line: oklch(0.35 0.008 70);
    --line-control: oklch(0.57 0.012 75);
    --accent: oklch(0.79 0.08 195);
    --attention-wash: oklch(0.32 0.045 75);
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; }
main { padding: 4rem 1.25rem 6rem; }
${POST_STYLE}
.post { margin: 0 auto; }
.post table { display: block; overflow-x: auto; }
.pictures {
  display: grid;
  gap: 1rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
  align-items: center;
  margin: 0 0 1.05em;
}
.post .pictures figure { margin: 0; }
.sr-only { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  :root {
    --paper: white; --paper-sunk: #f4f4f4; --ink: black; --ink-quiet: #333; --line: #bbb; --line-control: #888;
    --accent: black; --size-text: 11pt; --leading-text: 1.5; --measure: none;
    color-scheme: light;
  }
  main { padding: 0; }
  body { orphans: 3; widows: 3; }
  .post a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.8em; overflow-wrap: anywhere; }
  .post pre { white-space: pre-wrap; }
  .post table { display: table; }
}
`
