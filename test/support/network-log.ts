/** An address that a program connected to, as the system saw it. */
export interface Connection {
  /** "192.0.2.7:443", or a sentence for the lookup of a name. */
  to: string
  call: string
}

/** The system's resolver, when it is contacted through a socket in the file system. */
const resolver = /\/io\.systemd\.Resolve"/

/**
 * Find every connection that a program and its children opened or tried to open, to any address, loopback included. The
 * sockets of the screen and the session, which stay on this computer, are left out.
 *
 * @param log lines of `strace -f -e trace=connect,sendto`
 */
export function readConnections(log: string): Connection[] {
  return log.split('\n').flatMap((line) => {
    const call = /\b(connect|sendto)\(/.exec(line)?.[1]
    if (call === undefined) return []
    if (resolver.test(line)) return [{ to: 'the lookup of a name', call }]
    const port = /sin6?_port=htons\((\d+)\)/.exec(line)?.[1]
    const address = /(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"/.exec(line)?.[1]
    if (port === undefined || address === undefined) return []
    return [{ to: address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`, call }]
  })
}
