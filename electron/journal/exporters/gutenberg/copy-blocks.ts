import { message } from '../../../shared/messages/message.ts'
import { defineExporter } from '../exporter.ts'
import { pictureAddressOption } from '../publishing/options.ts'

/** The text as blocks, which WordPress' editor recognizes when they are pasted. */
export const copyBlocks = defineExporter({
  id: 'copy-gutenberg',
  name: message('export.target.copy-gutenberg.name'),
  description: message('export.target.copy-gutenberg.description'),
  makes: 'clipboard',
  group: 'clipboard',
  options: pictureAddressOption,
  // The text says where each picture belongs; the pictures themselves are added in the editor.
  shows: { tripPictures: false, webPictures: true },
  load: async () => (await import('./write-block-folder.ts')).copiedBlocksWriter,
})
