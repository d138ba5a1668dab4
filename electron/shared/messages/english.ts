import { catalogueOf } from './catalogue.ts'
import messages from './en.json' with { type: 'json' }

/** All English messages, which other languages fall back to. */
export const english = catalogueOf(messages)
