import { t } from '../messages/translate.ts'

/** The messages of a thread one after the other, each with what its pictures show. */
export function formatThread(parts: readonly { text: string; pictures: readonly string[] }[]): string {
  const shown = parts.map(({ text, pictures }) =>
    [text, ...pictures.map((alt) => t('thread.picture', { alt: alt || t('thread.no-words') }))]
      .filter((line) => line !== '')
      .join('\n\n'),
  )
  return shown.join('\n\n* * *\n\n')
}
