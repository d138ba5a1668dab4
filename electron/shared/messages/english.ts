import { catalogueOf } from './catalogue.ts'
import messages from './en.json' with { type: 'json' }

/** Every message in English, the language that the others fall back to. */
export const english = catalogueOf(messages)
