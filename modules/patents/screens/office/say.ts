import { useWords } from '#ui'
import type { PatentRow } from '../../contract.ts'
import type { PatentWords } from './zh.ts'

/** The words of the patent screens. */
export const useSay = () => useWords<PatentWords>('patents')
export type SayPatents = ReturnType<typeof useSay>

const known = new Set(
  `applicationNumber publications publicationNumber right title titleTranslated applicants holders inventors address province city
  county creditCode holderKind agency agents examiner filedOn grantedOn priorities divisionalOf internationalApplication
  internationalPublication nationalPhaseOn ipc mainIpc locarno cpc abstract firstClaim statusWord statusOn events compensatedUntil expiresOn family
  references status`.split(/\s+/),
)

/** The name of a field; a column nobody described keeps the heading it had in its file. */
export function fieldName(say: SayPatents, field: string): string {
  return known.has(field) ? say(`field.${field}` as keyof PatentWords) : field
}

/** The number under which a record's page is opened. */
export function numberOf(row: Pick<PatentRow, 'id' | 'applicationNumber' | 'publicationNumber'>): string {
  return row.applicationNumber ?? row.publicationNumber ?? row.id
}

export function rightName(say: SayPatents, right: PatentRow['right']): string {
  return right ? say(`right.${right}`) : say('right.none')
}
