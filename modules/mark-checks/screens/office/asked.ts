import type { Asked } from '../../contract.ts'

/** The question as it stands in the address: text, so that it can be sent to a colleague. */
export type AskedSearch = Readonly<Partial<Record<(typeof members)[number], string>>>

const members = [
  'text',
  'claimed',
  'madeOn',
  'seenOn',
  'role',
  'maker',
  'process',
  'printedOn',
  'permission',
  'covered',
  'found',
] as const

/** The members of the address that are a question; null where nothing was asked. */
export function askedIn(search: Readonly<Record<string, unknown>>): AskedSearch | null {
  const asked = Object.fromEntries(
    members.flatMap((name) => {
      const value = search[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
  return asked.text === undefined ? null : asked
}

/** The same for the server. */
export const askedOf = (search: AskedSearch): Asked => search as Asked
