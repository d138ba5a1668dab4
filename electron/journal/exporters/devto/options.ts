import { pictureAddressOption, publishOption } from '../publishing/options.ts'

export const devtoOptions = { ...publishOption, ...pictureAddressOption }
