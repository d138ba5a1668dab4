import { entryWriter } from '../entry-writer.ts'

export const torontoZone = 'America/Toronto'
export const write = entryWriter('toronto', torontoZone)
