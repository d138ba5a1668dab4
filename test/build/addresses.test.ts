import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { identity } from '../../electron/shared/identity.ts'
import { root } from '../support/programs.ts'

/*
 * Nobody owns an address for Lanyard yet, so none may appear to be ours. Every address in the tree is either reserved
 * (RFC 2606, RFC 6761), set in electron/shared/identity.ts, or somebody else's and listed here with the reason.
 */

/** Somebody else's addresses, without `https://`, and why they are mentioned. */
const known: Record<string, string> = {
  'www.blogger.com': 'what a feed for Blogger says that it comes from, as Blogger’s own do',
  'www.blogger.com/atom': 'the scheme of labels in Blogger’s feeds',
  'schemas.google.com/g': 'the scheme of kinds in Blogger’s feeds',
  'schemas.google.com/blogger': 'the kind of a post in Blogger’s feeds',
  'www.w3.org/2005': 'the namespace of Atom',
  'www.w3.org/2007': 'the namespace of the Atom Publishing Protocol',
  'www.w3.org/TR': 'the specification of XML',
  'dev.to/p': 'how dev.to reads an article',
  'github.com/forem': 'what dev.to takes as a title',
  'docs.joinmastodon.org/user': 'how long a message on Mastodon can be',
  'docs.bsky.app/docs': 'how long a message on Bluesky can be',
  'github.com/Hashnode': 'how Hashnode reads an article',
  'purl.org/rss': 'the namespace of the text in RSS',
  'purl.org/dc': 'the namespace of Dublin Core',
  'wellformedweb.org/CommentAPI': 'a namespace of a file for the importer of WordPress',
  'wordpress.org/export': 'the namespaces of a file for the importer of WordPress',
  'schemas.openxmlformats.org/drawingml': 'a namespace of Word documents',
  'schemas.openxmlformats.org/markup-compatibility': 'a namespace of Word documents',
  'schemas.openxmlformats.org/officeDocument': 'a namespace of Word documents',
  'schemas.openxmlformats.org/package': 'a namespace of Word documents',
  'schemas.openxmlformats.org/wordprocessingml': 'a namespace of Word documents',
  'schemas.microsoft.com/office': 'a namespace of Word documents',
  'www.idpf.org/2007': 'the namespaces of e-books',
  'github.com/syntax-tree': 'the specification of the tree of a text',
  'github.com/kleisauke': 'the home page of a decoder of pictures',
  'github.com/catdad-experiments': 'the home page of a decoder of pictures',
  'github.com/strukturag': 'how a decoder of pictures is used',
  'www.apple.com/DTDs': 'the document type of property lists',
  'www.freedesktop.org/standards': 'the namespace of MIME types',
  'www.freedesktop.org/software': 'the documentation of AppStream',
  'www.w3.org/1999': 'the namespaces of XHTML and XLink, in hostile texts',
  'www.w3.org/2000': 'the namespace of SVG',
  'www.w3.org/2001': 'the namespace of XML Events, in hostile texts',
  'ns.adobe.com/xap': 'the marker of XMP in a picture',
  'json-schema.org/draft': 'the namespace of JSON Schema',
  'www.debian.org/doc': 'the format of copyright files',
  'www.electron.build/configuration': 'the documentation of electron-builder',
  'www.electronjs.org/docs': 'the documentation of Electron',
  'nodejs.org': 'where to get Node.js',
  'keepachangelog.com': 'the format of the changelog; a sample trip has a talk about it',
  'semver.org': 'how versions are numbered',
  'github.com': 'what an abbreviated repository in a package stands for',
  'github.com/nodejs': 'a problem in Node that we work around',
  'zod.dev': 'the home page of a package, in a test of the notices',
  'pentabarf.org': 'the namespace of Pentabarf in calendars',
  'c3voc.de/schedule': 'the name of the format of schedule.json',
  'conf.sched.com': 'where Sched publishes programmes, in tests',
  'schedconf.sched.com': 'where Sched publishes programmes, in tests',
  'sessionize.com': 'where Sessionize publishes programmes, in tests',
  'codemirror.net': 'a link in a sample trip',
  'diataxis.fr': 'a link in a sample trip',
  'www.openstreetmap.org': 'a link in a sample trip',
  'www.writethedocs.org': 'a link in a sample trip',
  'extensions.openoffice.org/project': 'where a dictionary comes from',
  'github.com/sbosio': 'where a dictionary comes from',
  'grammalecte.net': 'where a dictionary comes from',
  'natura.di.uminho.pt': 'where a dictionary comes from',
  'pt-br.libreoffice.org/projetos': 'where a dictionary comes from',
  'wordlist.aspell.net': 'where a dictionary comes from',
  'www.j3e.de/ispell': 'where a dictionary comes from',
  'www.opentaal.org': 'where a dictionary comes from',
}

/** Generated, ignored by git, or written by others: the licences of dictionaries are kept word for word. */
const skipped = /^(?:node_modules|out|dist|screenshots|\.git|build\/dictionaries\/licenses)\/|^package-lock\.json$/

const binary = /\.(?:bdic|gif|gz|icns|ico|jpe?g|lanyard|png|webp|woff2)$/

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(root.length + 1)
      .split(sep)
      .join('/'),
  )
  .filter((path) => !skipped.test(path) && !binary.test(path))

const web = /\b(?:https?|wss?|ftp|git|ssh):\/\/(?:[\w.-]+@)?([a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,})(\/[\w.-]+)?/gi
const mail = /[\w.+-]+@([a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,})\b/gi

/** Names that nobody can own. */
const reserved = /(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org))$/i
/** Version tags of packages and file names look like mail addresses. */
const notMail = /\.(?:ts|tsx|js|json|md|png|yml)$/i

function addressesIn(text: string): string[] {
  const sites = Array.from(text.matchAll(web), ([, host = '', path = '']) => ({ host, address: `${host}${path}` }))
  const mails = Array.from(text.matchAll(mail), ([address, host = '']) => ({ host, address }))
  return [...sites, ...mails]
    .filter(({ host }) => !reserved.test(host) && !notMail.test(host))
    .map(({ address }) => address)
}

const isKnown = (address: string) => {
  const host = address.split('/')[0] ?? ''
  return Object.hasOwn(known, address) || (Object.hasOwn(known, host) && host !== 'github.com')
}

test('every address in the tree is reserved, set as our own, or known as somebody else’s', () => {
  const own = Object.values(identity).filter((value) => value !== null)
  const strange = files
    .filter((path) => path !== 'test/build/addresses.test.ts')
    .flatMap((path) => addressesIn(readFileSync(join(root, path), 'utf8')).map((address) => ({ path, address })))
    .filter(({ address }) => !isKnown(address) && !own.some((value) => value.includes(address)))
    .map(({ path, address }) => `${address} in ${path}`)
  expect(strange).toEqual([])
})

test('the search for addresses finds sites, repositories and mailboxes, and passes over reserved names', () => {
  expect(
    addressesIn(
      'https://github.com/somebody/lanyard git+ssh://git@host.io/x x@users.noreply.github.com HTTPS://Lanyard.app ' +
        'https://tidewater.example/2026 https://example.com/ a@example.org https://lanyard.invalid/ http://127.0.0.1:1/',
    ),
  ).toEqual(['github.com/somebody', 'host.io/x', 'Lanyard.app', 'git@host.io', 'x@users.noreply.github.com'])
})

test('each of our own addresses is set in a single file', () => {
  const own = Object.values(identity).filter((value) => value !== null)
  const elsewhere = files
    .filter((path) => path !== 'electron/shared/identity.ts')
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return own.filter((value) => text.includes(value)).map((value) => `${value} in ${path}`)
    })
  expect(elsewhere).toEqual([])
})
