import type { Import } from '../../contract.ts'
import { sources } from '../../formats/index.ts'
import type { Account, ImportRow } from '../../store/imports.ts'

/** An import as the wire tells it. */
export function importWire(row: ImportRow): Import {
  return {
    id: row.id,
    version: String(row.version),
    state: row.state,
    fileName: row.fileName,
    fileSize: row.fileSize,
    formatLabel: row.format === null ? null : sources[row.format].name,
    publishable: row.publishable,
    sourceDay: row.sourceDay,
    matchedHeadings: [...(row.headings.matched ?? [])],
    dryRun: accountWire(row.dryRun),
    account: accountWire(row.account),
    rowsDone: row.rowsDone,
    rowsTotal: row.rowsTotal,
    failure: row.failure,
    startedBy: row.startedBy,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }
}

function accountWire(account: Account | null): Import['dryRun'] {
  if (account === null) return null
  const { unknownHeadings, missingHeadings, refusedRows } = account
  return {
    ...account,
    unknownHeadings: [...unknownHeadings],
    missingHeadings: [...missingHeadings],
    refusedRows: [...refusedRows],
  }
}
