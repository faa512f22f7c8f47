import type { Jobs } from '#platform/jobs'
import type { ImportWires } from './import-wires.ts'
import { reckonStatus } from './reckon-status.ts'
import { refreshStatus } from './refresh-status.ts'
import { runCheck, runImport, runUndo } from './run-import.ts'

export { checkFile } from './check-import.ts'
export { importFile } from './import-file.ts'
export type { ImportWires } from './import-wires.ts'
export { refreshStatus } from './refresh-status.ts'
export { resumeLeft } from './resume-left.ts'
export { runCheck, runImport, runUndo } from './run-import.ts'

interface ImportPayload {
  readonly region: number
  readonly id: string
}

/** The jobs of the patent register, by name. */
export function patentJobs(wires: ImportWires): Jobs {
  return {
    'patents.check-import': ({ region, id }: ImportPayload) => runCheck(wires, region, id),
    'patents.read-import': ({ region, id }: ImportPayload) => runImport(wires, region, id),
    'patents.undo-import': ({ region, id }: ImportPayload) => runUndo(wires, region, id),
    'patents.reckon-status': ({ region }: { region: number }) => reckonStatus(wires, region),
    'patents.refresh-status': ({ region }: { region: number }) => refreshStatus(wires, region),
  }
}
