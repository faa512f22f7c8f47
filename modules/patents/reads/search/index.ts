export { type BitmapOptions, openBitmaps, type SearchBitmaps } from './bitmaps/bitmaps.ts'
export { facetsOf } from './facets.ts'
export { matchingIds } from './matching-ids.ts'
export {
  type Filters,
  type PageRequest,
  type Projection,
  readFilter,
  type SearchRefusal,
  type SearchRequest,
  type Sort,
} from './request.ts'
export { type SearchWire, searchPatents } from './search-patents.ts'
export { searchWire } from './search-wire.ts'
export { searchWords } from './words.ts'
