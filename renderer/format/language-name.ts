import { locale } from '../../electron/shared/messages/translate.ts'

/** Whether a text is the tag of a language, rather than its name. Organisers write “de”, but also “German”. */
export const isLanguageTag = (text: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)

/** The name of a language in the user's language; what the organiser wrote if it is no known tag. */
export function languageName(language: string): string {
  if (!isLanguageTag(language)) return language
  return new Intl.DisplayNames(locale(), { type: 'language' }).of(language) ?? language
}
