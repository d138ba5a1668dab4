import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

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
              ...(dictionarySuggestions.length === 0 ? [{ label: 'No suggestions', enabled: false }] : []),
              {
                label: 'Add to Dictionary',
                click: () => webContents.session.addWordToSpellCheckerDictionary(misspelledWord),
              },
              { type: 'separator' },
            ]
      const editing: MenuItemConstructorOptions[] = isEditable
        ? [
            { role: 'cut', enabled: editFlags.canCut },
            { role: 'copy', enabled: editFlags.canCopy },
            { role: 'paste', enabled: editFlags.canPaste },
            { role: 'pasteAndMatchStyle', enabled: editFlags.canPaste },
            { role: 'selectAll', enabled: editFlags.canSelectAll },
          ]
        : selectionText.trim() === ''
          ? []
          : [{ role: 'copy' }]
      if (spelling.length + editing.length > 0) Menu.buildFromTemplate([...spelling, ...editing]).popup({ window })
    },
  )
}
