import { pictureAddressOption, publishOption } from '../publishing/options.ts'

export const bloggerOptions = { ...publishOption, ...pictureAddressOption }
