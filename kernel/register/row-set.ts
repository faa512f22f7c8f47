import { canonical, compareText } from './fold.ts'

/**
 * The rows behind a saved search or a frozen figure (行集快照): each row's id with the content that was looked at,
 * so that a later look can say which rows came, went or changed.
 */
export interface RowSet {
  /** Row id → a digest of the fields that were looked at. */
  readonly rows: ReadonlyMap<string, string>
}

export interface RowSetDifference {
  readonly entered: readonly string[]
  readonly left: readonly string[]
  readonly changed: readonly string[]
}

/** What differs between an earlier and a later look, ids in order. */
export function compareRowSets(before: RowSet, after: RowSet): RowSetDifference {
  const entered = [...after.rows.keys()].filter((id) => !before.rows.has(id))
  const left = [...before.rows.keys()].filter((id) => !after.rows.has(id))
  const changed = [...after.rows]
    .filter(([id, digest]) => before.rows.has(id) && before.rows.get(id) !== digest)
    .map(([id]) => id)
  return { entered: entered.sort(compareText), left: left.sort(compareText), changed: changed.sort(compareText) }
}

/** The text whose hash stands for the whole set: the same rows with the same content give the same text, in any order. */
export function digestRows(set: RowSet): string {
  return canonical([...set.rows].sort(([a], [b]) => compareText(a, b)))
}
