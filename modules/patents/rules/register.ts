import type { RegisterDefinition } from '#kernel/register'
import { sameName } from '#kernel/words'
import type { FeeReduction, LegalEvent, OpenLicence, PatentFields, Payment, Publication } from './fields.ts'
import { applicationBody, publicationKey } from './numbers.ts'
import { misprintOf } from './numbers-misprint.ts'

const first = { by: 'first' } as const
const spelling = { by: 'first', same: (text: unknown) => sameName(String(text)) } as const
/** People and firms in one order or another, in one spelling or another, are the same ones. */
const people = { by: 'first', same: (names: unknown) => (names as readonly string[]).map(sameName).sort() } as const
const codes = { by: 'first', same: (list: unknown) => [...(list as readonly string[])].sort() } as const

/** The patent register (专利台账) as the register kernel sees it: how each field comes out of its sources, and by which numbers rows meet. */
export const patentRegister: RegisterDefinition<PatentFields> = {
  fields: {
    applicationNumber: { by: 'first', same: (text) => applicationBody(String(text)) ?? text },
    publications: {
      by: 'union',
      key: (publication: Publication) => publicationKey(publication.number) ?? publication.number,
      order: (a: Publication, b: Publication) => compare(a.on, b.on) || compare(a.number, b.number),
    },
    right: first,
    title: spelling,
    titleTranslated: spelling,
    applicants: people,
    holders: people,
    inventors: people,
    address: spelling,
    province: spelling,
    city: spelling,
    county: spelling,
    creditCode: spelling,
    holderKind: spelling,
    agency: spelling,
    agents: people,
    examiner: spelling,
    filedOn: first,
    grantedOn: first,
    earliestPriorityOn: first,
    priorities: first,
    divisionalOf: { by: 'first', same: (text) => applicationBody(String(text)) ?? text },
    internationalApplication: spelling,
    internationalPublication: spelling,
    nationalPhaseOn: first,
    ipc: codes,
    mainIpc: first,
    locarno: codes,
    cpc: codes,
    abstract: spelling,
    firstClaim: spelling,
    statusWord: spelling,
    statusOn: first,
    events: {
      by: 'union',
      key: (event: LegalEvent) => `${event.on ?? ''} ${sameName(event.word)}`,
      order: (a: LegalEvent, b: LegalEvent) => compare(a.on, b.on) || compare(a.word, b.word),
    },
    payments: {
      by: 'union',
      key: (paid: Payment) => `${paid.year} ${paid.on} ${paid.amount ?? ''}`,
      order: (a: Payment, b: Payment) =>
        compare(a.on, b.on) || compare(String(a.year), String(b.year)) || (a.amount ?? 0) - (b.amount ?? 0),
    },
    reductions: {
      by: 'union',
      key: (one: FeeReduction) => `${one.on} ${one.rate}`,
      order: (a: FeeReduction, b: FeeReduction) => compare(a.on, b.on) || a.rate - b.rate,
    },
    openLicences: {
      by: 'union',
      key: (one: OpenLicence) => `${one.from} ${one.to ?? ''} ${(one.licensees ?? []).map(sameName).join(' ')}`.trimEnd(),
      order: (a: OpenLicence, b: OpenLicence) => compare(a.from, b.from) || compare(a.to, b.to),
    },
    compensatedUntil: first,
    expiresOn: first,
    family: codes,
    references: codes,
    decidedPlace: first,
    joins: first,
    extra: first,
  },
  keysOf: (fields) => {
    const body = fields.applicationNumber === undefined ? null : applicationBody(fields.applicationNumber)
    const publications = (fields.publications ?? []).map(({ number }) => publicationKey(number))
    const misprint = misprintKey(fields)
    return [
      ...(body === null ? [] : [`A${body}`]),
      ...publications.filter((key) => key !== null).map((key) => `P${key}`),
      ...(misprint === null ? [] : [misprint]),
      ...(fields.joins ?? []),
    ]
  },
}

/** More of a title tells nothing more, and a key has to fit an index. */
const titleInKey = 80

/**
 * A wrong number never meets the right one; but the same wrong number printed over the same title is the same row again, whoever
 * prints it, and by this key a decision by hand can give it the right number.
 */
function misprintKey({ applicationNumber, title }: PatentFields): string | null {
  const misprint = applicationNumber === undefined ? null : misprintOf(applicationNumber)
  const name = title === undefined ? '' : sameName(title)
  return misprint === null || name === '' ? null : `W${misprint} ${[...name].slice(0, titleInKey).join('')}`
}

/** Fields on which a difference between sources is a question for the office; the rest is spelling and taste. */
export const questioned: readonly (keyof PatentFields)[] = [
  'applicationNumber',
  'title',
  'applicants',
  'holders',
  'right',
  'filedOn',
  'grantedOn',
  'creditCode',
]

function compare(a: string | undefined, b: string | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}
