import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { z } from 'zod'
import { type Notice, wholeLicense } from './notice.ts'

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default(''),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
  homepage: z.string().optional(),
  repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
})

/** Find the folder of the package that a bundled module comes from. Returns `null` if it is our own. */
export function packageFolder(moduleId: string): string | null {
  const path = moduleId.split('?')[0] ?? ''
  const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1]
  return found === undefined ? null : found.replaceAll('/', sep)
}

/**
 * Read the notice of an installed package. If it has both a licence and a notice file, both are passed on. Some packages
 * name the MIT licence without bringing its text, which is always the same apart from who holds the copyright.
 */
export function packageNotice(folder: string): Notice {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const { name, version, license, author, homepage, repository } = manifest
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice|third-party-notices)([.-].*)?$/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const holder = typeof author === 'string' ? author : author?.name
  if (texts.length === 0 && license === 'MIT' && holder !== undefined) texts.push(mitLicense(holder))
  const address = homepage ?? (typeof repository === 'string' ? repository : repository?.url)
  return {
    name,
    version,
    license: wholeLicense(name, license),
    from: address === undefined ? null : readable(address),
    text: texts.join('\n\n'),
  }
}

/** Turn a repository, in any form that npm understands, into an address for a browser. */
function readable(address: string): string {
  const path = address
    .replace(/^git\+/, '')
    .replace(/^(git|ssh):\/\/(git@)?/, 'https://')
    .replace(/\.git$/, '')
  return path.replace(/^(github:)?(?=[\w.-]+\/[\w.-]+$)/, 'https://github.com/')
}

/** The text of the MIT licence, as SPDX has it. @param holder may end in an e-mail or web address, which is left out */
function mitLicense(holder: string): string {
  return `MIT License

Copyright (c) ${holder.replace(/\s*[<(].*$/, '')}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
}
