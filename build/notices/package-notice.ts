import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { z } from 'zod'
import type { Notice } from './notice.ts'

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default(''),
  homepage: z.string().optional(),
  repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
})

/** Find the folder of the package that a bundled module comes from. Returns `null` if it is our own. */
export function packageFolder(moduleId: string): string | null {
  const path = moduleId.split('?')[0] ?? ''
  const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1]
  return found === undefined ? null : found.replaceAll('/', sep)
}

/** Read the notice of an installed package. If it has both a licence and a notice file, both are passed on. */
export function packageNotice(folder: string): Notice {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const { name, version, license, homepage, repository } = manifest
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const address = homepage ?? (typeof repository === 'string' ? repository : repository?.url)
  return { name, version, license, from: address === undefined ? null : readable(address), text: texts.join('\n\n') }
}

/** Turn a repository, in any form that npm understands, into an address for a browser. */
function readable(address: string): string {
  const path = address
    .replace(/^git\+/, '')
    .replace(/^(git|ssh):\/\/(git@)?/, 'https://')
    .replace(/\.git$/, '')
  return path.replace(/^(github:)?(?=[\w.-]+\/[\w.-]+$)/, 'https://github.com/')
}
