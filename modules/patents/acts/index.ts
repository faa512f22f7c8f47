import { decideCounty, undoCounty } from './decide-county.ts'
import { decideField, undoField } from './decide-field.ts'
import { decideTwin, undoTwin } from './decide-twin.ts'
import { beginImport, dropImport, markImport, startImport, undoImport, uploadImport } from './import-acts.ts'
import { deleteSearch, keepSearch, noteExport, saveSearch } from './saved-searches.ts'

/** Everything that may be done in the patent register. */
export const patentActs = [
  uploadImport,
  startImport,
  beginImport,
  markImport,
  dropImport,
  undoImport,
  decideField,
  undoField,
  decideCounty,
  undoCounty,
  decideTwin,
  undoTwin,
  saveSearch,
  keepSearch,
  deleteSearch,
  noteExport,
] as const
