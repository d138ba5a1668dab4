/** A place on a network that a program has asked for, by the system's own account of it. */
export interface Connection {
  /** "192.0.2.7:443"; or what is said for looking up a name. */
  to: string
  call: string
}

/** The service that looks names up where the system has one that is not asked over a network address. */
const resolver = /\/io\.systemd\.Resolve"/

/**
 * Reads what strace wrote of a program and its children: every connection that they opened or tried to, to whatever
 * address, loopback too. Sockets that stay on this computer, of the screen and the session, are not among them.
 *
 * @param log lines of `strace -f -e trace=connect,sendto`
 */
export function readConnections(log: string): Connection[] {
  return log.split('\n').flatMap((line) => {
    const call = /\b(connect|sendto)\(/.exec(line)?.[1]
    if (call === undefined) return []
    if (resolver.test(line)) return [{ to: 'the looking up of a name', call }]
    const port = /sin6?_port=htons\((\d+)\)/.exec(line)?.[1]
    const address = /(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"/.exec(line)?.[1]
    if (port === undefined || address === undefined) return []
    return [{ to: address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`, call }]
  })
}
