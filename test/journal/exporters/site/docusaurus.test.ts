import { expect, test } from 'vitest'
import { composePost } from '../../../../electron/journal/report/compose-post.ts'
import { tripWithReport } from '../../../support/composed-posts.ts'
import { exportPost, findTarget } from '../../../support/exports.ts'

test('a heading that ends in what Docusaurus takes for an id keeps it, in words and in code', async () => {
  const lead = '## Sets {#a} and {#b}\n\n## Write `{#id}`\n\n## Not at the end: {#c}.\n\nText with {#d}'
  const { post } = composePost(tripWithReport([], { title: 'Braces', lead }))
  const { text, differences } = await exportPost(findTarget('docusaurus'), post)
  expect(differences).toEqual([])
  expect(text.replaceAll('\u2060', '(joined)')).toContain(
    '## Sets \\{#a} and \\{(joined)#b}\n\n## Write `{(joined)#id}`\n\n## Not at the end: \\{#c}.\n\nText with {#d}',
  )
})
