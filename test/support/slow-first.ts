import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { root } from './programs.ts'

/** Projects that run together, in the order in which they start. Files of one project can share their workers. */
const projects = ['package', 'e2e', 'reliability']

/** The files of these projects that take longest, the longest first. The others take half a minute at most. */
const slowFiles = [
  'test/package/installed.test.ts',
  'test/package/packed.test.ts',
  'test/e2e/pseudo-language.test.ts',
  'test/e2e/published-reports.test.ts',
  'test/e2e/attack-texts.test.ts',
  'test/e2e/desktop-quitting.test.ts',
  'test/e2e/nothing-lost.test.ts',
  'test/e2e/killed.test.ts',
  'test/e2e/desktop-crashes.test.ts',
  'test/e2e/first-trip.test.ts',
  'test/e2e/attack-shapes.test.ts',
  'test/e2e/freezing.test.ts',
  'test/e2e/focus.test.ts',
  'test/e2e/two-computers.test.ts',
  'test/e2e/spelling.test.ts',
  'test/e2e/silent.test.ts',
  'test/e2e/attack-channels.test.ts',
]

/**
 * Starts the slow files of the whole program first. Vitest knows only from earlier runs which these are, so in a new
 * checkout one of them would start last, and the other workers would wait for it.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is Vitest's own
    const sorted = await super.sort(files)
    return sorted.toSorted(
      (a, b) =>
        a.project.config.sequence.groupOrder - b.project.config.sequence.groupOrder ||
        projects.indexOf(a.project.name) - projects.indexOf(b.project.name) ||
        rank(a) - rank(b),
    )
  }
}

/** The place of a file among the slow ones, which is the same for all others. */
function rank({ moduleId }: TestSpecification): number {
  const index = slowFiles.indexOf(relative(root, moduleId).replaceAll('\\', '/'))
  return index === -1 ? slowFiles.length : index
}
