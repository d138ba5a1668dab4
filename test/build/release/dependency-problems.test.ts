import { expect, test } from 'vitest'
import { auditProblems, auditSchema, electronProblems } from '../../../build/release/dependency-problems.ts'

test('vulnerabilities of high and critical severity are problems, lesser ones are not', () => {
  const audit = auditSchema.parse({
    auditReportVersion: 2,
    vulnerabilities: {
      amber: { name: 'amber', severity: 'critical', isDirect: true },
      pebble: { name: 'pebble', severity: 'moderate', isDirect: false },
      stone: { name: 'stone', severity: 'high', isDirect: false },
    },
    metadata: { vulnerabilities: { moderate: 1, high: 1, critical: 1, total: 3 } },
  })
  expect(auditProblems(audit)).toEqual([
    'amber has a known vulnerability of critical severity. See npm audit.',
    'stone has a known vulnerability of high severity. See npm audit.',
  ])
  expect(auditProblems({ vulnerabilities: {} })).toEqual([])
})

test('an error of the registry is not mistaken for an audit without findings', () => {
  expect(auditSchema.safeParse({ message: '405 Method Not Allowed', statusCode: 405 }).success).toBe(false)
})

test('Electron is supported for three major versions, counted from the latest', () => {
  for (const version of ['45.4.1', '44.0.0', '43.0.0']) expect(electronProblems(version, '45.5.0')).toEqual([])
  expect(electronProblems('42.11.18', '45.5.0')).toEqual([
    'Electron 42.11.18 no longer gets security fixes. The latest version is 45.5.0.',
  ])
})
