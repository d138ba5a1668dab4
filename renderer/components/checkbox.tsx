export { Checkbox, type CheckboxProps } from './switch.tsx'
