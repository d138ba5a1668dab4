import { pictureAddressOption, publishOption } from '../publishing/options.ts'

export const wordpressOptions = { ...publishOption, ...pictureAddressOption }
