import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { scrubbedErrorSchema } from '../../electron/shared/problem.ts'
import { scrubError } from '../../electron/shared/scrub-error.ts'

const secret = 'Zanzibar'

/** What a function throws. */
function thrownBy(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('It threw nothing.')
}

test('a failure of the disk keeps the system’s code, and no path', async () => {
  const error: unknown = await readFile(`/home/${secret}/${secret}.json`).catch((thrown: unknown) => thrown)
  const scrubbed = scrubError(error)
  expect(scrubbed).toMatchObject({ name: 'Error', code: 'ENOENT', call: 'open', said: null })
  expect(JSON.stringify(scrubbed)).not.toContain(secret)
})

test('values that a schema has rejected are not repeated', () => {
  const scrubbed = scrubError(thrownBy(() => z.strictObject({ a: z.literal('b') }).parse({ a: secret, [secret]: 1 })))
  expect(scrubbed.name).toMatch(/^(Error|ZodError)$/)
  expect(JSON.stringify(scrubbed)).not.toContain(secret)
})

test('fixed words of the runtime are kept, and nothing around them', () => {
  const nothing = undefined as unknown as Record<string, string>
  const notCallable = { [secret]: 1 } as unknown as Record<string, () => void>
  const said = [
    () => nothing[secret],
    () => notCallable[secret]?.(),
    () => JSON.parse(secret) as unknown,
    () => Array.from({ length: 2 ** 40 }, () => secret),
    () => {
      throw new Error(`${secret} cannot be read`)
    },
  ].map((run) => scrubError(thrownBy(run)).said)
  expect(said).toEqual([
    'Cannot read properties of undefined',
    'is not a function',
    'Unexpected token',
    'Invalid array length',
    null,
  ])
})

test('only positions in our own files are kept of a stack', () => {
  const error = new Error(`${secret}\n    at ${secret} (/home/${secret}/out/main/index.js:1:1)`)
  error.stack = [
    `Error: ${error.message}`,
    `    at Object.${secret} [as ${secret}] (file:///home/${secret}/out/main/chunks/engine-B1.js:12:34)`,
    `    at async ${secret} (node:internal/fs/promises:638:10)`,
    `    at ${secret} (C:\\Users\\${secret}\\Lanyard\\out\\main\\index.js:5:6)`,
    `    at app://lanyard/assets/app-C2.js:7:8`,
    `    at ${secret} (/home/${secret}/${secret}.js:9:10)`,
  ].join('\n')
  expect(scrubError(error).at).toEqual([
    'main/chunks/engine-B1.js:12:34',
    'node:internal/fs/promises:638:10',
    'main/index.js:5:6',
    'page/app-C2.js:7:8',
  ])
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', secret],
  ['an object', { name: secret, code: secret, syscall: secret, message: secret, stack: secret }],
  ['an error that calls itself something', Object.assign(new Error(secret), { name: secret, code: `E${secret}` })],
  [
    'something that cannot be read',
    new Proxy(
      {},
      {
        get: () => {
          throw new Error(secret)
        },
      },
    ),
  ],
])('%s that was thrown reveals nothing, and matches its schema', (_, thrown) => {
  const scrubbed = scrubError(thrown)
  expect(scrubbedErrorSchema.parse(scrubbed)).toEqual(scrubbed)
  expect(JSON.stringify(scrubbed)).not.toContain(secret)
})
