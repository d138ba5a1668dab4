import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { t } from '../shared/messages/translate.ts'
import { systemItem } from './menu.ts'

/** Shows a context menu: spelling suggestions first, then what can be done with the text. */
export function offerContextMenu(window: BrowserWindow): void {
  const { webContents } = window
  webContents.on(
    'context-menu',
    (_, { dictionarySuggestions, editFlags, isEditable, misspelledWord, selectionText }) => {
      const spelling: MenuItemConstructorOptions[] =
        misspelledWord === ''
          ? []
          : [
              ...dictionarySuggestions.map((word) => ({
                label: word,
                click: () => webContents.replaceMisspelling(word),
              })),
              ...(dictionarySuggestions.length === 0 ? [{ label: t('spelling.none'), enabled: false }] : []),
              {
                label: t('spelling.add-word'),
                click: () => webContents.session.addWordToSpellCheckerDictionary(misspelledWord),
              },
              { type: 'separator' },
            ]
      const editing: MenuItemConstructorOptions[] = isEditable
        ? [
            { ...systemItem('cut'), enabled: editFlags.canCut },
            { ...systemItem('copy'), enabled: editFlags.canCopy },
            { ...systemItem('paste'), enabled: editFlags.canPaste },
            { ...systemItem('pasteAndMatchStyle'), enabled: editFlags.canPaste },
            { ...systemItem('selectAll'), enabled: editFlags.canSelectAll },
          ]
        : selectionText.trim() === ''
          ? []
          : [systemItem('copy')]
      if (spelling.length + editing.length > 0) Menu.buildFromTemplate([...spelling, ...editing]).popup({ window })
    },
  )
}
