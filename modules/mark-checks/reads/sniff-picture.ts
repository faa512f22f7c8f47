import { open } from 'node:fs/promises'

/** What a picture is, told by how its content begins, whatever its name says; null for anything else. */
export async function sniffPicture(path: string): Promise<'png' | 'jpeg' | 'pdf' | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    const head = buffer.subarray(0, bytesRead).toString('latin1')
    if (head === '\x89PNG\r\n\x1a\n') return 'png'
    if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
    return head.startsWith('%PDF-') ? 'pdf' : null
  } finally {
    await file.close()
  }
}
