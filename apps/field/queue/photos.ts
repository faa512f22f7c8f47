import { newKey } from '#ui'
import { database } from '../kept.ts'

/** The longer side of a kept photo, in pixels: the digits of a mark stay legible. */
const longest = 1600

export interface TakenPhoto {
  readonly id: string
  readonly picture: Blob
}

/**
 * Keeps a photo of the camera, made smaller. It is drawn anew, turned as it was taken, so that nothing of what the camera wrote
 * beside the picture stays in it (EXIF: place, device, owner).
 */
export async function keepPhoto(file: Blob): Promise<TakenPhoto> {
  const image = await decoded(file)
  const scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight))
  const [width, height] = [Math.round(image.naturalWidth * scale), Math.round(image.naturalHeight * scale)]
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')!.drawImage(image, 0, 0, width, height)
  const picture = await new Promise<Blob | null>((keep) => canvas.toBlob(keep, 'image/jpeg', 0.82))
  if (!picture) throw new UnreadablePhoto()
  const id = newKey()
  await (await database()).put('photos', { id, picture, width, height })
  return { id, picture }
}

export class UnreadablePhoto extends Error {}

/** An element turns the picture as the camera held it; createImageBitmap of older browsers does not. */
async function decoded(file: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file)
  const image = new Image()
  try {
    image.src = address
    await image.decode()
    return image
  } catch {
    throw new UnreadablePhoto()
  } finally {
    URL.revokeObjectURL(address)
  }
}

export async function photosOf(ids: readonly string[]): Promise<TakenPhoto[]> {
  const db = await database()
  const found = await Promise.all(ids.map((id) => db.get('photos', id)))
  return found.flatMap((photo) => (photo ? [{ id: photo.id, picture: photo.picture }] : []))
}

export async function dropPhoto(id: string): Promise<void> {
  await (await database()).delete('photos', id)
}
