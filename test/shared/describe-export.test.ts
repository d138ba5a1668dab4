import { expect, test } from 'vitest'
import { message } from '../../electron/shared/messages/message.ts'
import { describeExport } from '../../electron/shared/describe-export.ts'

const none = { headings: 0, paragraphs: 0, listItems: 0, quotes: 0, links: 0, pictures: 0 }
const whole = { compared: 'text' as const, census: none, missing: [], differences: [] }

test('the summary of an export counts only what exists', () => {
  const census = { ...none, headings: 12, paragraphs: 1041, pictures: 1 }
  expect(describeExport({ ...whole, census })).toBe('12 headings, 1,041 paragraphs, 1 picture: all there.')
  expect(describeExport(whole)).toBe('A post without text: all there.')
})

test('the summary of an export says which pictures are missing, and why', () => {
  const census = { ...none, paragraphs: 2, pictures: 12 }
  const missing = [{ name: 'Gone', reason: 'no-file' as const }]
  expect(describeExport({ ...whole, census, missing })).toBe(
    'Written: 2 paragraphs, 12 of 13 pictures. One picture is missing: “Gone” (its file is not in the trip’s folder).',
  )
  const both = [...missing, { name: 'a.png', reason: 'not-imported' as const }]
  expect(describeExport({ ...whole, missing: both })).toBe(
    'Written: 0 of 2 pictures. 2 pictures are missing: “Gone” (its file is not in the trip’s folder) and “a.png” (it did not come with the imported text).',
  )
})

test('the summary of an export counts differences, which are listed after it', () => {
  const census = { ...none, headings: 2 }
  expect(
    describeExport({
      ...whole,
      census,
      differences: ['a.md', 'b.md'].map((path) => message('export.differs.file', { path })),
    }),
  ).toBe('Written: 2 headings. 2 things differ from the report:')
})

test('the summary of an export that was not read back claims nothing about its content', () => {
  expect(describeExport({ ...whole, compared: 'bytes', census: null })).toBe(
    'Everything was written. Lanyard cannot read this kind of file back, so it compared the bytes alone.',
  )
  expect(describeExport({ ...whole, compared: 'gave-up', census: null })).toMatch(/took too long/)
})
