import type { RoaringBitmap32 } from 'roaring-wasm'

/** Sets made for one question. Their memory is not JavaScript's, so they are thrown away by hand when it is answered. */
export class Scratch {
  readonly #sets: RoaringBitmap32[] = []

  keep(set: RoaringBitmap32): RoaringBitmap32 {
    this.#sets.push(set)
    return set
  }

  clear(): void {
    for (const set of this.#sets.splice(0)) set.dispose()
  }
}
