export type { PocketCopy } from './make-copy.ts'
export { type PocketCopies, type PocketWires, pocketCopies } from './pocket-copies.ts'

/** Refusals of the carried copy → sentences. */
export const pocketWords = {
  'copy-superseded': () => '随身台账已有新的版本，请重新获取。',
}
