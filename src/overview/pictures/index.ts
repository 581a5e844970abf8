import type { Picture, PictureKind } from '../../protocol/overview'
import type { FolderView } from '../../study/folderView'
import type { Steps } from '../../util/steps'
import { matrixPicture } from './matrix'
import { networkPicture } from './network'
import type { PictureSize } from './pictureSize'
import { mapPicture } from './placesMap'
import { reusePicture } from './reuse'
import { timelinePicture } from './timeline'

export type { PictureSize } from './pictureSize'

/** Makes a picture of what the filter leaves of a folder, in small steps; once for each view. */
export function* makePicture(view: FolderView, kind: PictureKind, size: PictureSize): Steps<Picture> {
  const known = made.get(view) ?? new Map<string, Picture>()
  made.set(view, known)
  const key = `${kind} ${size.rows} ${size.columns}`
  const picture = known.get(key) ?? (yield* make(view, kind, size))
  known.set(key, picture)
  return picture
}

const made = new WeakMap<FolderView, Map<string, Picture>>()

function make(view: FolderView, kind: PictureKind, size: PictureSize): Steps<Picture> {
  switch (kind) {
    case 'matrix':
      return matrixPicture(view, size)
    case 'timeline':
      return timelinePicture(view, size)
    case 'map':
      return mapPicture(view)
    case 'reuse':
      return reusePicture(view, size)
    case 'network':
      return networkPicture(view, size)
  }
}
