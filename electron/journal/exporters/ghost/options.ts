export { publishOption as ghostOptions } from '../publishing/options.ts'
