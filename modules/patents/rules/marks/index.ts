/** 专利标识核验: the rule that reads and judges what is printed on goods. Pure, so that server, portal and phone run the same. */
export { checkMark, keysOfMark } from './check-mark.ts'
export { markFacts, unknownFacts } from './mark-table.ts'
export { type PublicMark, publicAnswer } from './public-answer.ts'
export { type ReadMark, readMark } from './read-mark.ts'
export {
  type AskedMark,
  type CheckedMark,
  type MarkAnswer,
  type MarkOutcome,
  type MarkRegister,
  type MarkRow,
  type MarkTable,
  markOutcomes,
  type RegisterEntry,
} from './types.ts'
