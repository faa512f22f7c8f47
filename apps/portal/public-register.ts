import { keysOfMark, type PublicPatent, publicPatent, type RegisterEntry } from '#modules/patents'
import type { PortalWires } from './wires.ts'

/** More numbers than are ever printed on one package. */
const mostNumbers = 10

/** The entries of the public register that a mark asks for, read once: what the rule of the mark check looks into. */
export async function registerFor(text: string, { db, region, clock }: PortalWires) {
  const entries = new Map<string, PublicPatent>()
  for (const key of keysOfMark(text).slice(0, mostNumbers)) {
    // Eight or twelve bare digits are the body of an application number.
    const found = await publicPatent(db, { region, today: clock.today() }, key.startsWith('CN') ? key : `ZL${key}`)
    if (found.done) entries.set(key, found.value)
  }
  return {
    entries: [...new Map([...entries.values()].map((one) => [one.id, one])).values()],
    register: (key: string): RegisterEntry | null => {
      const found = entries.get(key)
      return found === undefined ? null : entryOf(found)
    },
  }
}

const entryOf = (patent: PublicPatent): RegisterEntry => ({
  number: patent.applicationNumber ?? patent.publicationNumber ?? '',
  right: patent.right,
  filedOn: patent.filedOn as RegisterEntry['filedOn'],
  grantedOn: patent.grantedOn,
  holders: patent.holders,
  spans: patent.spans,
  asOf: patent.asOf,
  source: patent.sources.map(({ label }) => label).join('、'),
})
