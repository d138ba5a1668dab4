import type { Message } from '../../electron/shared/messages/message.ts'
import { messageSchema } from '../../electron/shared/messages/message-schema.ts'
import { render } from '../../electron/shared/messages/translate.ts'

type InWords<T> = T extends Message ? string : T extends object ? { [K in keyof T]: InWords<T[K]> } : T

/** The same value with every message in it replaced with English text. */
export function inWords<T>(value: T): InWords<T>
export function inWords(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || value instanceof Map) return value
  const message = messageSchema.safeParse(value)
  if (message.success) return render(message.data)
  if (Array.isArray(value)) return value.map((item: unknown) => inWords(item))
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, inWords(inside) as unknown]))
}
