/**
 * How a post looks, in the window and in every exported page. Lengths are in em, so that the proportions stay the same
 * where the text is larger. The surroundings define the custom properties.
 */
export const POST_STYLE = `
.post {
  max-width: var(--measure);
  color: var(--ink);
  font-family: var(--font-text);
  font-size: var(--size-text);
  line-height: var(--leading-text);
  font-kerning: normal;
  font-variant-numeric: normal;
  font-feature-settings: normal;
  overflow-wrap: break-word;
}
.post > header { margin-bottom: 2.2em; }
.post > header :is(h1, h2) {
  margin: 0;
  font-size: 2em;
  font-weight: 680;
  line-height: 1.2;
  letter-spacing: -0.018em;
}
.post > header > p { margin: 0.7em 0 0; color: var(--ink-quiet); font-size: 0.94em; }
.post > footer {
  margin-top: 3em;
  padding-top: 1em;
  border-top: var(--hairline);
  color: var(--ink-quiet);
  font-size: 0.9em;
}
.post > footer ul { display: flex; flex-wrap: wrap; gap: 0 1em; margin: 0; padding: 0; list-style: none; }
.post > footer li { margin: 0; }
.post :is(p, ul, ol, dl, blockquote, pre, table, figure, details, hr) { margin: 0 0 1.05em; }
.post :is(h1, h2, h3, h4, h5, h6) {
  margin: 1.9em 0 0.5em;
  font-weight: 650;
  line-height: 1.3;
  letter-spacing: -0.008em;
  text-wrap: balance;
  break-after: avoid;
}
.post :is(h1, h2) { font-size: 1.42em; }
.post h3 { font-size: 1.18em; }
.post :is(h4, h5, h6) { font-size: 1em; }
/* A heading right below another one stays close to it. */
.post :is(h1, h2, h3, h4, h5) + :is(h2, h3, h4, h5, h6) { margin-top: 0.9em; }
.post :is(ul, ol) { padding-inline-start: 1.5em; }
.post ul { list-style: disc; }
.post ol { list-style: decimal; }
.post li > :is(ul, ol), .post li > p:last-child { margin-bottom: 0; }
.post li + li { margin-top: 0.25em; }
.post li::marker { color: var(--ink-quiet); }
.post .contains-task-list { padding-inline-start: 0; list-style: none; }
.post .task-list-item > input, .post .task-list-item > p > input { margin: 0 0.5em 0 0; vertical-align: -0.08em; }
.post blockquote { padding-inline-start: 1.2em; border-inline-start: 2px solid var(--line-control); font-style: italic; }
.post blockquote [data-attribution] { color: var(--ink-quiet); font-size: 0.9em; font-style: normal; }
.post blockquote :is(em, i, cite) { font-style: normal; }
.post :is(code, kbd, samp, pre) { font-family: var(--font-code); font-size: 0.84em; font-variant-ligatures: none; }
.post :is(code, kbd) { padding: 0.1em 0.3em; border-radius: 4px; background: var(--paper-sunk); }
.post pre {
  padding: 1em 1.2em;
  border: var(--hairline);
  border-radius: 6px;
  background: var(--paper-sunk);
  line-height: 1.6;
  overflow-x: auto;
  tab-size: 4;
}
.post pre code { padding: 0; background: none; font-size: inherit; }
.post a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
.post a:hover { text-decoration-thickness: 2px; }
.post table { max-width: 100%; border-collapse: collapse; font-size: 0.94em; font-variant-numeric: tabular-nums; }
.post :is(th, td) {
  padding: 0.3em 0.9em 0.3em 0;
  border-bottom: var(--hairline);
  text-align: start;
  vertical-align: top;
}
.post [align='center'] { text-align: center; }
.post [align='right'] { text-align: end; }
.post th { font-weight: 650; }
.post img { max-width: 100%; height: auto; border-radius: 3px; vertical-align: middle; }
.post figure { margin-block: 1.6em; break-inside: avoid; }
.post figure img { display: block; }
.post figcaption { margin-top: 0.6em; color: var(--ink-quiet); font-size: 0.85em; line-height: 1.5; }
.post hr { width: 30%; margin: 2em auto; border: 0; border-top: var(--hairline); }
.post summary { cursor: pointer; }
.post :is(sup, sub) { font-size: 0.75em; line-height: 0; }
.post mark { background: var(--attention-wash); color: inherit; }
.post .footnotes {
  margin-top: 3em;
  padding-top: 1em;
  border-top: var(--hairline);
  color: var(--ink-quiet);
  font-size: 0.85em;
  line-height: 1.6;
}
`
