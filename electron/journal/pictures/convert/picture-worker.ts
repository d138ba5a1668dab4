import { serveTasks } from '../../worker/serve-tasks.ts'
import type { PictureTasks } from './picture-threads.ts'

/* The entry point of a thread that decodes pictures. */
serveTasks<PictureTasks>({
  'picture.convert': async () => {
    const { convertPicture } = await import('./convert-picture.ts')
    return ({ data, wish }, reportProgress) => convertPicture(data, wish, reportProgress)
  },
})
