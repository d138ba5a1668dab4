/** A source of numbers from 0 to 1 that are always the same for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const consonants = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'w', 'st', 'tr', 'sch', 'ch']
const vowels = ['a', 'e', 'i', 'o', 'u', 'ä', 'ei', 'au', 'é']

/** Words as different as those of a natural language: some are everywhere, most are rare (Zipf's law). */
export function inventWords(count: number, seed: number): readonly string[] {
  const random = randomFrom(seed)
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  const words = new Set<string>()
  while (words.size < count) {
    // The frequent words of a language are short ones.
    const syllables = 1 + Math.floor(random() * 3 * Math.min(1, words.size / 500)) + (words.size > 50 ? 1 : 0)
    let word = ''
    for (let syllable = 0; syllable < syllables; syllable++) word += pick(consonants) + pick(vowels)
    words.add(random() < 0.4 ? word + pick(['n', 'r', 's', 't', 'ng']) : word)
  }
  return [...words]
}

/** Sentences of about the given length together, made of words whose frequency falls with their number. */
export function inventSentences(words: readonly string[], length: number, random: () => number): string {
  let text = ''
  let inSentence = 0
  while (text.length < length) {
    const word = words[Math.floor(words.length ** random()) - 1] ?? 'a'
    const isFirst = inSentence === 0
    text += `${text === '' ? '' : isFirst ? '. ' : ' '}${isFirst ? word.charAt(0).toUpperCase() + word.slice(1) : word}`
    inSentence = inSentence > 8 && random() < 0.2 ? 0 : inSentence + 1
  }
  return `${text}.`
}
