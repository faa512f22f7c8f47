export { canonicalQuery } from './canonical-query.ts'
export { classLevels, classLexemes, readClass } from './class-lexemes.ts'
export { highlight, highlightTerms } from './highlight.ts'
export {
  bigramVector,
  fieldMark,
  marked,
  markedTokens,
  marks,
  mostSearched,
  quoteLexeme,
  searchedFields,
  searchText,
  vectorOfText,
} from './index-text.ts'
export { normalise, sameName, searchForm } from './normalise.ts'
export { longestQuery, mostTerms, parseQuery } from './parse-query.ts'
export {
  type ClassTerm,
  type NumberTerm,
  type Query,
  type QueryField,
  type QueryRefusal,
  type QueryTongue,
  type Term,
  type TextTerm,
  termsOf,
} from './query.ts'
export { type Cut, classOf, cut, hasToken, runs, tokens, tokenVersion } from './tokens.ts'
