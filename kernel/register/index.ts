/**
 * A register (台账): what the office knows, each value with its source.
 * Knows no office: which fields there are, which numbers identify a thing and how the fold goes come in as a definition.
 */
export { canonical, compareText, type Disagreement, type Folded, type FoldedField, fold, foldsAlike, precedence } from './fold.ts'
export { assignIds, meet } from './meet.ts'
export type { FieldRule, Observation, RegisterDefinition, Sighting } from './observation.ts'
export { compareRowSets, digestRows, type RowSet, type RowSetDifference } from './row-set.ts'
export { type Counted, takeIn } from './take-in.ts'
export { dropImport } from './undo.ts'
