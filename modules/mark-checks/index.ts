/** The door of the mark checks (标识核验): officers' checks kept as evidence, the worklist of what is to be verified, lists. */

export { recordCheck } from './acts/check.ts'
export { markCheckActs } from './acts/index.ts'
export { keepScreenshot } from './acts/keep-screenshot.ts'
export { markCheckRoutes } from './contract.ts'
export { type ListWires, markCheckJobs } from './jobs/index.ts'
export { markCatalogue, markTable } from './mark-catalogue.ts'
export { markCheckPermissions } from './permissions.ts'
export { type Answered, answerMarks } from './reads/answer.ts'
export { tableRows } from './reads/table.ts'
export { type MarkCheckFrame, markCheckHandlers } from './routes.ts'
export { outcomeNames } from './rules/outcome-names.ts'
export { markCheckWords } from './words.ts'
