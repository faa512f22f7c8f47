import type { Shelf } from '../shelf.ts'
import { approveChangeOn, returnChangeOn, signChangeOn, withdrawChangeOn } from './decide-change.ts'
import { keepScan } from './keep-scan.ts'
import { proposeChangeOn } from './propose-change.ts'

/** The acts on the catalogues of a shelf. */
export function catalogueActsOn(shelf: Shelf) {
  return {
    propose: proposeChangeOn(shelf),
    approve: approveChangeOn(shelf),
    sign: signChangeOn(shelf),
    return: returnChangeOn(shelf),
    withdraw: withdrawChangeOn(shelf),
    keepScan,
  } as const
}
export type CatalogueActs = ReturnType<typeof catalogueActsOn>
