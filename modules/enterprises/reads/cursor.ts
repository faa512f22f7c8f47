/** Where a page ends: the columns of its last row, as opaque text. */
export const cursorOf = (columns: readonly string[]): string => Buffer.from(JSON.stringify(columns)).toString('base64url')

/** Null where there is none or it was not made here: the list begins anew. */
export function readCursor(cursor: string | undefined, columns: number): string[] | null {
  if (!cursor) return null
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(read) && read.length === columns && read.every((one) => typeof one === 'string') ? read : null
  } catch {
    return null
  }
}
