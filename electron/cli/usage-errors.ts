import { listOf, t } from '../shared/messages/translate.ts'

const suggestion = String.raw`(?:\n\(Did you mean (?:one of )?(.*)\?\))?`

/**
 * Commander words its errors in English and does not expose their data, so these patterns extract the data from its
 * sentences. Its version is pinned, and a test triggers each of them.
 */
const sentences: readonly (readonly [RegExp, (...parts: (string | undefined)[]) => string])[] = [
  [
    /^error: missing required argument '(.*)'$/s,
    (name) => t('cli.usage.missing-argument', { argument: `<${name ?? ''}>` }),
  ],
  [/^error: option '(.*)' argument missing$/s, (option = '') => t('cli.usage.missing-value', { option })],
  [/^error: required option '(.*)' not specified$/s, (option = '') => t('cli.usage.missing-option', { option })],
  [
    /^error: option '(.*)' cannot be used with option '(.*)'$/s,
    (first = '', second = '') => t('cli.usage.conflict', { first, second }),
  ],
  [
    /^error: option '(.*?)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s,
    (option = '', value = '', choices = '') =>
      t('cli.usage.invalid-choice', { option, value, choices: anyOf(choices.split(', ')) }),
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*?)'\. Allowed choices are (.*)\.$/s,
    (value = '', argument = '', choices = '') =>
      t('cli.usage.invalid-choice', { option: `<${argument}>`, value, choices: anyOf(choices.split(', ')) }),
  ],
  [
    /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\.$/s,
    (command = '', expected, received) =>
      t('cli.usage.too-many-arguments', { command, expected: Number(expected), received: Number(received) }),
  ],
  [
    new RegExp(`^error: unknown option '(.*?)'${suggestion}$`, 's'),
    (option = '', similar) => withSuggestion(t('cli.usage.unknown-option', { option }), similar),
  ],
  [
    new RegExp(`^error: unknown command '(.*?)'${suggestion}$`, 's'),
    (command = '', similar) => withSuggestion(t('cli.usage.unknown-command', { command }), similar),
  ],
]

/** Translates one of Commander's errors. Anything else is returned unchanged. */
export function translateUsageError(message: string): string {
  for (const [pattern, translate] of sentences) {
    const match = pattern.exec(message)
    if (match !== null) return translate(...match.slice(1))
  }
  return message
}

function withSuggestion(sentence: string, similar: string | undefined): string {
  if (similar === undefined) return sentence
  return `${sentence}\n${t('cli.usage.suggestion', { names: anyOf(similar.split(', ')) })}`
}

const anyOf = (names: readonly string[]): string => listOf(names, 'disjunction')
