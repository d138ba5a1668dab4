import { BlockList, isIP } from 'node:net'
import { fail, ok, type Result } from '../../../shared/result.ts'

/** Addresses of this computer. */
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Addresses that lead to no public server: this computer, its network, and what is reserved. */
const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 127],
  // Addresses of the older protocol in one of the newer: the servers that they lead to are not known here.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(network, prefix, 'ipv6')
}

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether an IP address belongs to this computer or a private network. `::ffff:10.0.0.1` counts as `10.0.0.1`. */
export function isPrivate(address: string): boolean {
  return inside.check(address, family(address))
}

/** The host of an address as it is looked up: without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** Whether an address names this computer: only there may a connection be unencrypted. */
export function isLoopback(url: URL): boolean {
  const host = hostOf(url)
  return host === 'localhost' || (isIP(host) !== 0 && loopback.check(host, family(host)))
}

/**
 * The address that a person means: `example.org/schedule` is on the web, and `webcal:` is `https:` for calendars.
 */
export function parseAddress(text: string): Result<URL> {
  const trimmed = text.trim()
  const written = /^webcals?:\/\//i.test(trimmed) ? trimmed.replace(/^webcals?/i, 'https') : trimmed
  const isPlain = !/^[a-z][a-z\d+.-]*:\/\//i.test(written) && /^[^\s/:]+\.[^\s/:]+(?:[:/?#]|$)/.test(written)
  const url = URL.parse(isPlain ? `https://${written}` : written)
  if (url === null || url.hostname === '') return fail('programme.address-invalid')
  // The fragment of an address is not for the server.
  url.hash = ''
  return isAllowed(url) ? ok(url) : fail('programme.address-insecure')
}

/** Encrypted, or on this computer. A name and password in the address would be sent to whoever it leads to. */
export function isAllowed(url: URL): boolean {
  if (url.username !== '' || url.password !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
}
