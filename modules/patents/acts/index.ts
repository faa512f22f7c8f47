import { decideCounty, undoCounty } from './decide-county.ts'
import { decideField, undoField } from './decide-field.ts'
import { decideTwin, undoTwin } from './decide-twin.ts'
import { beginImport, dropImport, markImport, startImport, undoImport, uploadImport } from './import-acts.ts'
import { importClassTitles } from './import-class-titles.ts'
import { noteOpenLicence } from './note-open-licence.ts'
import { notePayment } from './note-payment.ts'
import { noteReduction } from './note-reduction.ts'
import { noteRestoration } from './note-restoration.ts'
import { deleteSearch, keepSearch, noteExport, saveSearch } from './saved-searches.ts'
import { undoNote } from './undo-note.ts'

/** Everything that may be done in the patent register. */
export const patentActs = [
  uploadImport,
  startImport,
  beginImport,
  markImport,
  dropImport,
  undoImport,
  importClassTitles,
  decideField,
  undoField,
  decideCounty,
  undoCounty,
  decideTwin,
  undoTwin,
  notePayment,
  noteReduction,
  noteOpenLicence,
  noteRestoration,
  undoNote,
  saveSearch,
  keepSearch,
  deleteSearch,
  noteExport,
] as const
