import type { Kysely } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { standingVersion } from '#modules/catalogues'
import { gazetteer, within } from '#modules/regions'
import { noticesOf } from '../calendar-of.ts'
import type { NoticeDay, ReadNotice } from '../contract.ts'
import { plainHolidayCatalogue } from '../holiday-catalogue.ts'
import { NATION } from '../holiday-notice.ts'
import { readNotice } from '../rules/read-notice.ts'

/** What a pasted notice says, held against the one that stands. Refuses place-not-ours, year-missing. */
export async function readPasted(
  db: Kysely<unknown>,
  region: number,
  asked: { readonly text: string; readonly year: number | null; readonly place: number },
): Promise<Outcome<ReadNotice, { code: 'place-not-ours' } | { code: 'year-missing' }>> {
  const { place } = asked
  if (place !== NATION && !(within(place, region) && gazetteer(region).division(place))) return refuse({ code: 'place-not-ours' })
  const read = readNotice(asked.text, asked.year)
  // What a place announces for itself is a local holiday, in whatever words.
  const days = read.days.map(
    ({ day, kind, name }): NoticeDay => ({ day, name, kind: place === NATION || kind === 'work' ? kind : 'local' }),
  )
  const year = asked.year ?? read.year
  if (year === null) return refuse({ code: 'year-missing' })
  const entry = place === NATION ? String(year) : `${place}-${year}`
  const standing = (await noticesOf(db, region)).find((one) => one.id === entry)
  const before: readonly NoticeDay[] = standing?.body.days ?? []
  const same = (a: NoticeDay) => (b: NoticeDay) => a.day === b.day && a.kind === b.kind
  return done({
    year,
    days,
    doubts: [...read.doubts],
    entry,
    kind: standing ? 'correct' : 'add',
    version: await standingVersion(db, region, plainHolidayCatalogue, entry),
    come: days.filter((one) => !before.some(same(one))),
    gone: before.filter((one) => !days.some(same(one))).map(({ day, kind, name }) => ({ day, kind, name })),
  })
}
