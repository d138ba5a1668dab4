import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { commandIds } from '../../../electron/shared/commands.ts'
import { t } from '../../../electron/shared/messages/translate.ts'
import { chordsOf } from '../../../renderer/commands/command-keys.ts'
import { shownKeys } from '../../../renderer/components/keys.ts'
import { KeysDialog } from '../../../renderer/help/keys-dialog.tsx'
import { axeFindings } from '../../support/page-axe.ts'

test('the list of keys names every command that has keys, each once, with all of its keys', async () => {
  render(<KeysDialog />)
  const shown = [...screen.getByRole('dialog').querySelectorAll('.keys-line')].map((line) =>
    [line.querySelector('dd'), ...line.querySelectorAll('kbd')].map((part) => part?.textContent).join(' | '),
  )
  const expected = commandIds
    .filter((id) => chordsOf(id).length > 0)
    .map((id) => [t(`command.${id}`), ...chordsOf(id).map(shownKeys)].join(' | '))
  expect(shown.toSorted()).toEqual(expected.toSorted())
  expect(await axeFindings()).toEqual([])
})
