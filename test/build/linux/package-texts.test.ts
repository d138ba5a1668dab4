import { expect, test } from 'vitest'
import { fillTemplate } from '../../../build/linux/fill-template.ts'
import { packageTexts } from '../../../build/linux/package-texts.ts'
import { identity, type Identity } from '../../../electron/shared/identity.ts'

const owned: Identity = {
  appId: 'org.example.Lanyard',
  maintainer: 'Somebody <somebody@example.org>',
  homePage: 'https://lanyard.example.org/',
  source: 'https://forge.example.org/lanyard',
  issues: 'https://forge.example.org/lanyard/issues',
  releases: 'https://forge.example.org/lanyard/releases',
  pictures: 'https://lanyard.example.org/pictures',
}

/** 14 April 2026, noon UTC. */
const date = Date.UTC(2026, 3, 14, 12) / 1000

test('a template keeps its text, fills its placeholders, and drops lines whose placeholder has no value', () => {
  const template = 'one @A@\ntwo @B@ @A@\nthree@example.org\n@C@\n'
  expect(fillTemplate(template, { A: '1', B: null, C: 'x\ny' })).toBe('one 1\nthree@example.org\nx\ny\n')
})

test('a template with an unknown placeholder cannot be filled', () => {
  expect(() => fillTemplate('@LOST@', {})).toThrow('@LOST@')
})

test('the texts of a package lead to every address that is set', () => {
  const { metainfo, manual, copyright, changelog } = packageTexts({ identity: owned, version: '0.2.0-beta.1', date })
  expect(metainfo).toContain('<id>org.example.Lanyard</id>')
  expect(metainfo).toContain('<developer id="org.example">')
  expect(metainfo).toContain('<launchable type="desktop-id">org.example.Lanyard.desktop</launchable>')
  expect(metainfo).toContain('<url type="homepage">https://lanyard.example.org/</url>')
  expect(metainfo).toContain('<url type="bugtracker">https://forge.example.org/lanyard/issues</url>')
  expect(metainfo).toContain('<url type="vcs-browser">https://forge.example.org/lanyard</url>')
  expect(metainfo).toContain('<image>https://lanyard.example.org/pictures/journal.png</image>')
  expect(metainfo).toContain('<release version="0.2.0-beta.1" date="2026-04-14"/>')
  expect(manual).toMatch(/\.SH SEE ALSO\nhttps:\/\/lanyard\.example\.org\/\n$/)
  expect(copyright).toContain('Upstream-Contact: https://forge.example.org/lanyard/issues\n')
  expect(copyright).toContain('Source: https://forge.example.org/lanyard\n')
  expect(changelog).toBe(`lanyard (0.2.0~beta.1) stable; urgency=medium

  * Version 0.2.0-beta.1. Its changes are listed in CHANGELOG.md:
    https://forge.example.org/lanyard/releases

 -- Somebody <somebody@example.org>  Tue, 14 Apr 2026 12:00:00 +0000
`)
})

test('the texts of a package leave out every address that nobody has set', () => {
  const nobody = { ...identity, homePage: null, source: null, issues: null, releases: null, pictures: null }
  const { metainfo, manual, copyright, changelog } = packageTexts({ identity: nobody, version: '0.1.0', date })
  expect(metainfo).not.toMatch(/<url|<screenshot|https?:/)
  expect(manual).not.toMatch(/SEE ALSO|https?:/)
  expect(copyright.match(/https?:\S+/g)).toEqual(['https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/'])
  expect(changelog).not.toMatch(/https?:/)
  expect([metainfo, manual, copyright, changelog].join('')).not.toMatch(/@[A-Z_]+@/)
})
