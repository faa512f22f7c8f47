/** A list of numbers in so few bytes that it can be carried on a phone (随身号码表). It knows no office. */
export { applyDifference, differenceOf } from './difference.ts'
export { packEnds, unpackEnds } from './ends.ts'
export {
  emptyList,
  type ListLine,
  largestMark,
  lineAt,
  listOf,
  type NumberList,
  placeIn,
  setLine,
  wholeWeeks,
} from './list.ts'
export { packNumbers, unpackNumbers } from './numbers.ts'
