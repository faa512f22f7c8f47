import { type Words, wordsOf } from '#platform/http'
import { readWords } from '../formats/index.ts'
import { searchWords } from '../reads/search/index.ts'
import { patentWords as own } from '../words.ts'

/** Refusals of the patent register, of its files and of its search → sentences. */
export const patentWords: Words = wordsOf(own, readWords, searchWords)
