/** Where a page ended: the key of its last row in the order of the list. */
export interface Key {
  /** Whether the row is a title hit; false in lists that do not put them first. */
  readonly hit: boolean
  /** `sort_on` and id of the row. */
  readonly on: string
  readonly id: string
}

export function writeCursor({ hit, on, id }: Key): string {
  return `${hit ? 1 : 0}.${on}.${id}`
}

/** Null where the text is no cursor of ours. */
export function readCursor(text: string): Key | null {
  const found = /^([01])\.(\d{4}-\d\d-\d\d)\.([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/.exec(text)
  return found && { hit: found[1] === '1', on: found[2]!, id: found[3]! }
}
