import { expect, test } from 'vitest'
import { readConnections } from './network-log.ts'

const found = (lines: string[]) => readConnections(lines.join('\n')).map(({ to, call }) => `${call} ${to}`)

test('connections to IPv4 and IPv6 addresses are found, including those to this computer', () => {
  const lines = [
    '97 connect(20, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.7")}, 16 <unfinished ...>',
    '97 connect(17, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::7", &sin6_addr), sin6_scope_id=0}, 28) = 0',
    '97 sendto(9, ""..., 40, 0, {sa_family=AF_INET, sin_port=htons(5353), sin_addr=inet_addr("127.0.0.1")}, 16) = 40',
  ]
  expect(found(lines)).toEqual(['connect 192.0.2.7:443', 'connect [2001:db8::7]:53', 'sendto 127.0.0.1:5353'])
})

test('the lookup of a name is found, even if a service of the system does it', () => {
  const line =
    '97 connect(9, {sa_family=AF_UNIX, sun_path="/run/systemd/resolve/io.systemd.Resolve"}, 42) = -1 ENOENT (No such file or directory)'
  expect(found([line])).toEqual(['connect the lookup of a name'])
})

test('sockets of the screen and the session are not connections', () => {
  const lines = [
    '97 connect(9, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X7"}, 20) = 0',
    '97 sendto(48, [{nlmsg_len=20, nlmsg_type=RTM_GETADDR}], 20, 0, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 20',
    '97 sendto(9, ""..., 4, MSG_NOSIGNAL, NULL, 0) = 4',
    '97 <... connect resumed>)             = 0',
    '',
  ]
  expect(found(lines)).toEqual([])
})
