import { done, type Outcome, refuse } from '#kernel/outcome'
import type { Catalogue } from './catalogue.ts'

/** The catalogues of a product (目录架), as the face that serves them puts them together. */
export interface Shelf {
  readonly all: readonly Catalogue[]
  readonly named: (name: string) => Outcome<Catalogue, { code: 'catalogue-unknown' }>
}

export function shelfOf(all: readonly Catalogue[]): Shelf {
  const byName = new Map(all.map((catalogue) => [catalogue.name, catalogue]))
  if (byName.size !== all.length) throw new Error('two catalogues bear one name')
  return {
    all,
    named: (name) => {
      const found = byName.get(name)
      return found ? done(found) : refuse({ code: 'catalogue-unknown' })
    },
  }
}
