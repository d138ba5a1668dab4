import { expect, test } from 'vitest'
import { linkAddress } from '../../electron/shared/link-address.ts'

test.each([
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['mailto:a@b.example,c+d@e.example', 'mailto:a@b.example,c%2Bd@e.example'],
  [
    'mailto:a@b.example?subject=Hello%20there&body=1%0D%0A2+3&cc=c@d.example',
    'mailto:a@b.example?subject=Hello%20there&body=1%0D%0A2%2B3&cc=c%40d.example',
  ],
  ['MAILTO:a@b.example?SUBJECT=x', 'mailto:a@b.example?subject=x'],
  ['mailto:a@b.example?attach=/etc/passwd', 'mailto:a@b.example'],
  ['mailto:a@b.example?attachment=/etc/passwd&subject=x&Bcc=evil@c.example', 'mailto:a@b.example?subject=x'],
  ['mailto:a@b.example?%61ttach=/etc/passwd&su%62ject=x', 'mailto:a@b.example?subject=x'],
  ['mailto:a@b.example?to=c@d.example&from=e@f.example&reply-to=x&in-reply-to=y', 'mailto:a@b.example'],
  [
    'mailto:a@b.example?subject=x%0D%0ABcc:%20evil@c.example',
    'mailto:a@b.example?subject=x%20Bcc%3A%20evil%40c.example',
  ],
  ['mailto:a@b.example%0D%0ABcc:evil@c.example', 'mailto:a@b.example%20Bcc%3Aevil@c.example'],
  ['mailto:a@b.example?body=x%26attach%3D/etc/passwd', 'mailto:a@b.example?body=x%26attach%3D%2Fetc%2Fpasswd'],
  [
    "mailto:a@b.example?body=x',attachment='/etc/passwd",
    'mailto:a@b.example?body=x%27%2Cattachment%3D%27%2Fetc%2Fpasswd',
  ],
  ['mailto:a@b.example?subject=%FF&body=x#attach=y', 'mailto:a@b.example?body=x'],
  ['mailto:?subject=x', 'mailto:?subject=x'],
  ['https://example.org/a?attach=b#c', 'https://example.org/a?attach=b#c'],
])('a link to %s opens %s', (link, opened) => {
  expect(linkAddress(link)).toBe(opened)
})

test.each([
  'http://example.org/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'smb://host/',
  'ms-word:x',
  '',
  'mailto:%FF',
])('a link to "%s" opens nothing', (link) => {
  expect(linkAddress(link)).toBe(null)
})
