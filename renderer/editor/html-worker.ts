import { htmlToMarkdown } from './html-to-markdown.ts'

// A message to or from a worker has no target origin.
/* oxlint-disable unicorn/require-post-message-target-origin */

// Runs in a thread of its own. Each message is HTML, and is answered with Markdown.
globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  try {
    globalThis.postMessage({ markdown: typeof data === 'string' ? htmlToMarkdown(data) : null })
  } catch {
    // HTML that is nested too deeply overflows the stack.
    globalThis.postMessage({ markdown: null })
  }
})
