import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useKey } from './keys.ts'
import './table.css'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** CSS width; one column without it takes the rest. */
  readonly width?: string
  /** Numbers stand right. */
  readonly right?: boolean
  /** Codes and days are never broken. */
  readonly whole?: boolean
  /** Shown unless the reader takes it away; false = only where chosen. */
  readonly usual?: boolean
  /** Left out of the large-text mode (长辈版), unless chosen. */
  readonly spare?: boolean
  /** Cannot be taken away, and heads the row's card on a phone. */
  readonly lead?: boolean
}

/**
 * A dense table of rows. ↑ ↓ move between the rows' links (`<a data-row>` in the lead column), Enter opens; past the
 * last row `onPastEnd` brings more.
 */
export function DenseTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowClass,
  onPastEnd,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowClass?: (row: Row) => string | undefined
  onPastEnd?: (() => void) | undefined
}) {
  const table = useRef<HTMLTableElement>(null)
  const links = () => Array.from(table.current?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])
  useKey('ArrowDown', (event) => {
    const first = links()[0]
    if (!first || table.current?.contains(document.activeElement)) return
    event.preventDefault()
    first.focus()
  })
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return
    const all = links()
    const row = (event.target as HTMLElement).closest('tr')
    const at = all.findIndex((link) => row?.contains(link))
    if (at < 0) return
    event.preventDefault()
    const next = all[at + step]
    if (next) next.focus()
    else if (step > 0) onPastEnd?.()
  }
  return (
    <div className="table-frame">
      <table ref={table} className="dense" onKeyDown={move}>
        <caption className="unseen">{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.width ? ({ '--width': column.width } as CSSProperties) : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.right ? 'right' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowClass?.(row)}>
              {columns.map((column) => (
                <td key={column.key} data-title={column.title} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function classOf<Row>(column: Column<Row>): string | undefined {
  const names = [column.right && 'right', column.whole && 'whole', column.lead && 'lead'].filter(Boolean)
  return names.length ? names.join(' ') : undefined
}
