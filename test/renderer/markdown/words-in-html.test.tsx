import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { Markdown } from '../../../renderer/markdown/markdown.tsx'
import { remarkMessages, tripWithReport } from '../../support/composed-posts.ts'
import { someNote } from '../../support/library.ts'

const odd = [
  'script style textarea title iframe xmp noembed noframes plaintext',
  'template select noscript svg math object col table button marquee',
].flatMap((names) => names.split(' '))

test.for(odd)('the preview shows the words around and inside of HTML, or a remark names them: <%s>', (name) => {
  const texts = [
    `Before <${name}> inside </${name}> after.\n\nThe rest.`,
    `Before <${name}> inside after.\n\nThe rest.`,
    `<${name}>\ninside\n</${name}>\n\nBefore after.\n\nThe rest.`,
    `Before.\n\n<${name}>\n\ninside\n\nafter.\n\nThe rest.`,
  ]
  for (const text of texts) {
    const trip = tripWithReport([someNote({ title: 'Lunch', text })])
    const { container } = render(
      <article className="post">
        <Markdown tree={composePost(trip).post.tree} photoAddress={(id) => id} openLink={() => undefined} />
      </article>,
    )
    const shown = container.textContent
    const told = [shown, ...remarkMessages(trip)].join(' ')
    const lost = ['Before', 'after', 'The rest.'].filter((word) => !shown.includes(word))
    expect({ text, lost, isInsideTold: told.includes('inside') }).toEqual({ text, lost: [], isInsideTold: true })
  }
})
