/** The door of the patent register (专利台账). */
import { wordsOf } from '#platform/http'
import { readWords } from './formats/index.ts'
import { searchWords } from './reads/search/index.ts'
import { patentWords as own } from './words.ts'

export { undoImport } from './acts/import-acts.ts'
export { importClassTitles } from './acts/import-class-titles.ts'
export { patentActs } from './acts/index.ts'
export { noteExport, saveSearch } from './acts/saved-searches.ts'
export { type Bucket, type Facets, type PatentRow, patentRoutes, type Right, type SearchPage, type Status } from './contract.ts'
export { feeCatalogue, shippedFees } from './fee-catalogue.ts'
export {
  checkFile,
  type ImportWires,
  importFile,
  patentJobs,
  refreshStatus,
  resumeLeft,
  runImport,
  runUndo,
} from './jobs/index.ts'
export { patentPermissions } from './permissions.ts'
export { applicantNames } from './reads/applicant-names.ts'
export { type ExportWires, exportPatents } from './reads/export.ts'
export { identifyNumber } from './reads/identify-number.ts'
export { type MarkRegisterOf, markRegister } from './reads/mark-register.ts'
export { type PocketCopies, type PocketCopy, pocketCopies, pocketWords } from './reads/pocket/index.ts'
export { type PublicPatent, publicPatent } from './reads/public/public-patent.ts'
export { patentsVersion, publicSources, type SourceOfRegister } from './reads/public/public-sources.ts'
export { annuityOf } from './reads/record/annuities.ts'
export { showPatent } from './reads/record/show-patent.ts'
export { facetsOf, openBitmaps, readFilter, type SearchWire, searchPatents, searchWire } from './reads/search/index.ts'
export type { PatentFrame } from './routes/frame.ts'
export { patentHandlers } from './routes.ts'
export { type AnnuityAnswer, type AnnuityRefusal, type AnnuityRequest, type AnnuityState, annuity } from './rules/annuity.ts'
export { type CompensationAnswer, compensationAnnuity } from './rules/compensation.ts'
export {
  type AskedMark,
  type CheckedMark,
  checkMark,
  keysOfMark,
  type MarkOutcome,
  type MarkTable,
  markFacts,
  markOutcomes,
  type PublicMark,
  publicAnswer,
  type RegisterEntry,
  unknownFacts,
} from './rules/marks/index.ts'
export { readNumber, supplyCheckDigit } from './rules/numbers.ts'
export { type Owner, type ReductionRefusal, reductionRate, reductionRequest, reductionRequestBy } from './rules/reduction.ts'
export { restoration } from './rules/restoration.ts'
export { type Account, type ImportRow, importBy } from './store/imports.ts'

/** Refusals of the register, of its files and of its search → sentences. */
export const patentWords = wordsOf(own, readWords, searchWords)
