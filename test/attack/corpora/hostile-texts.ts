import { type Random, seeded } from '../../torture/random.ts'
import { draw } from '../draw.ts'
import type { AttackOrder } from '../row.ts'
import { confusingMarkup } from './confusion.ts'
import { hostileMarkdown } from './markdown.ts'
import { hostileMarkup } from './markup.ts'

/** Every text of the collection that is written by hand. */
export const writtenTexts: readonly string[] = [hostileMarkup, confusingMarkup, hostileMarkdown].flatMap((collection) =>
  Object.values<readonly string[]>(collection).flat(),
)

/** What a script does that got through. Each is noticed by `test/attack/watch-page.ts`. */
const deeds = [
  'attack()',
  'top.attack()',
  'self["att"+"ack"]()',
  'alert(1)',
  'fetch("https://attack.example/x")',
  'new/**/Image().src="https://attack.example/x"',
  'location="https://attack.example/x"',
  'open("https://attack.example/x")',
]

/** What a text stands in, or what has to end before it means anything. */
const surroundings: readonly ((text: string) => string)[] = [
  (text) => `Before ${text} after`,
  (text) => `> ${text.replaceAll('\n', '\n> ')}`,
  (text) => `- ${text.replaceAll('\n', '\n  ')}\n- x`,
  (text) => `## ${text.replaceAll('\n', ' ')}`,
  (text) => `| ${text.replaceAll('\n', ' ')} |\n| - |\n| x |`,
  (text) => `[${text}](https://example.org/)`,
  (text) => `![${text}](photo:x)`,
  (text) => `[x](https://example.org/ "${text}")`,
  (text) => `<a href="https://example.org/" title="${text}">x</a>`,
  (text) => `<div title='${text}'>x</div>`,
  (text) => `<!-- ${text}`,
  (text) => `--> ${text}`,
  (text) => `"> ${text}`,
  (text) => `</textarea></title></style></script> ${text}`,
  (text) => `<textarea>${text}</textarea>`,
  (text) => `<style>${text}</style>`,
  (text) => `<svg>${text}</svg>`,
  (text) => `<svg><desc>${text}</desc></svg>`,
  (text) => `<math><mtext>${text}</mtext></math>`,
  (text) => `<math><annotation-xml encoding="text/html">${text}</annotation-xml></math>`,
  (text) => `<table><tr>${text}</table>`,
  (text) => `<select>${text}</select>`,
  (text) => `<template>${text}</template>`,
  (text) => `<noscript>${text}</noscript>`,
  (text) => `<details open><summary>${text}</summary>x</details>`,
  (text) => `<form>${text}`,
  (text) => `<div>\n\n${text}\n\n</div>`,
  (text) => `\`\`\`\n${text}`,
  (text) => `[^1]\n\n[^1]: ${text.replaceAll('\n', '\n    ')}`,
  (text) => `&lt;${text}&gt;`,
  (text) => `\\${text}`,
  (text) => `${'<div>'.repeat(40)}${text}`,
  (text) => `${'<b><i>'.repeat(20)}${text}`,
]

/** Small changes that turn what a filter knows into what it does not know. */
const mutations: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => Array.from(text, (sign) => (random.chance(0.3) ? sign.toUpperCase() : sign)).join(''),
  (text, random) => splice(text, random, random.pick(['\u0000', '\t', '\n', '\f', '\r', '\u00a0', '\u200b', '\u2028'])),
  (text, random) => splice(text, random, random.pick(['<', '>', '"', "'", '`', '&', '/', '=', '\\'])),
  (text, random) =>
    splice(text, random, random.pick(['<!--', '-->', '<![CDATA[', ']]>', '<?', '</', '/>', '<p>', '<a>'])),
  (text, random) =>
    splice(text, random, random.pick(['</style>', '</svg>', '</math>', '<style>', '<table>', '<mglyph>'])),
  (text, random) => text.slice(0, Math.max(1, text.length - random.below(12))),
  (text, random) => text.slice(random.below(6)),
  (text) => text.replaceAll('"', "'"),
  (text) => text.replaceAll("'", '"'),
  (text) => text.replaceAll('"', ''),
  (text) => text.replaceAll(' ', '/'),
  (text) => text.replaceAll(' ', '\n'),
  (text) => text.replaceAll('<', '<<'),
  (text) => text.replaceAll('<', '&lt;').replace('&lt;', '<'),
  (text) => text.replaceAll('=', ' = '),
  (text, random) =>
    Array.from(text, (sign) => (/[a-z]/.test(sign) && random.chance(0.1) ? `&#${sign.charCodeAt(0)};` : sign)).join(''),
  (text, random) => text + random.pick(writtenTexts),
  (text, random) => random.pick(writtenTexts) + text,
]

function splice(text: string, random: Random, what: string): string {
  const at = random.below(text.length + 1)
  return text.slice(0, at) + what + text.slice(at)
}

/**
 * Texts that try to run a script, load something or lead elsewhere: those written by hand in random order, and then as many
 * as are wanted that combine them, put them into others, change them a little, and do something else once they run.
 */
function hostileTexts(count: number, random: Random): string[] {
  const texts = draw(writtenTexts, count, random)
  while (texts.length < count) texts.push(mutate(random.pick(writtenTexts), random))
  return texts
}

/** The texts for an attack. Those of a control begin with one that every browser runs where nothing stops it. */
export function textsFor({ count, seed, control }: AttackOrder): string[] {
  const texts = hostileTexts(count, seeded(seed))
  return control ? ['<img src=x onerror=attack()>', ...texts.slice(1)] : texts
}

function mutate(written: string, random: Random): string {
  let text = written.replaceAll('attack()', () => (random.chance(0.5) ? 'attack()' : random.pick(deeds)))
  for (let times = random.below(4); times > 0; times--) text = random.pick(mutations)(text, random)
  for (let times = random.below(3); times > 0; times--) text = random.pick(surroundings)(text)
  return text
}
