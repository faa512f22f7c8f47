import type { Words } from '#platform/http'
import { type SearchRefusal, searchSentence } from '../reads/search/index.ts'
import { patentWords as own } from '../words.ts'

/** Every code of the search, so that none is left without its sentence. */
const searchCodes: Readonly<Record<SearchRefusal['code'], true>> = {
  'empty-query': true,
  'no-letter-or-digit': true,
  'only-not': true,
  'too-many-terms': true,
  'query-too-long': true,
  'not-a-class': true,
  'not-a-county': true,
  'not-a-cursor': true,
  'search-too-slow': true,
}

/** Refusals of the patent register → sentences; why a file cannot be read comes with its sentence. */
export const patentWords: Words = {
  ...(own as Words),
  ...Object.fromEntries(
    Object.keys(searchCodes).map((code) => [code, (refusal: object) => searchSentence(refusal as SearchRefusal)] as const),
  ),
  unreadable: ({ sentence }) => String(sentence),
}
