import type { ExportOptions, OptionValue } from '../../shared/export-options.ts'
import { message } from '../../shared/messages/message.ts'
import type { PictureSize } from '../pictures/convert/picture-wish.ts'

type Values = Readonly<Record<string, OptionValue>>

/** The option that every target with pictures of the trip has. */
export const pictureSizeOption = {
  'picture-size': {
    kind: 'choice',
    label: message('export.option.picture-size'),
    description: message('export.option.picture-size.description'),
    choices: [
      { value: 'web', label: message('export.option.picture-size.web') },
      { value: 'full', label: message('export.option.picture-size.full') },
    ],
    initial: 'web',
  },
} as const satisfies ExportOptions

/** The size that was chosen for an export. */
export function pictureSizeIn(options: Values): PictureSize {
  return options['picture-size'] === 'full' ? 'full' : 'web'
}

/** The options that concern the writer of a target. */
export function withoutPictureSize(options: Values): Values {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !Object.hasOwn(pictureSizeOption, name)))
}
