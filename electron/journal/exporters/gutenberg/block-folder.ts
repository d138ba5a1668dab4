import { message } from '../../../shared/messages/message.ts'
import { defineExporter, publishingPictures } from '../exporter.ts'
import { pictureAddressOption } from '../publishing/options.ts'

/** The text as blocks, in a file whose content is pasted into the code view of WordPress' editor. */
export const blockFolder = defineExporter({
  id: 'gutenberg',
  name: message('export.target.gutenberg.name'),
  description: message('export.target.gutenberg.description'),
  makes: 'folder',
  group: 'publishing',
  options: pictureAddressOption,
  pictures: publishingPictures,
  shows: { tripPictures: true, webPictures: true },
  load: async () => (await import('./write-block-folder.ts')).blockFolderWriter,
})
