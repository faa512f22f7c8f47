/** What the patent register puts on the inspectors' phone: the mark check and the rules by which the carried copy is read. */
export type { MarkRegister, MarkTable } from '../../rules/marks/index.ts'
export { carriedEntry } from '../../rules/pocket/line.ts'
export { type PocketRecord, recordEntry } from '../../rules/pocket/record.ts'
export { MarkCheck, type MarkCheckProps } from './mark-check.tsx'
