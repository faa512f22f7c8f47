import type { Kysely } from 'kysely'
import { type Catalogue, defineCatalogue, withEntry } from '#modules/catalogues'
import { calendarFrom } from './calendar-from.ts'
import { calendarOf, limitsOf, noticesOf } from './calendar-of.ts'
import { plainHolidayCatalogue } from './holiday-catalogue.ts'
import type { HolidayNotice } from './holiday-notice.ts'
import { plainLimitCatalogue } from './limit-catalogue.ts'
import type { Limit } from './rules/limit.ts'
import { movedLimits } from './rules/moved-limits.ts'
import { movedSentence } from './rules/moved-sentence.ts'
import { openLimits } from './store/kept-limits.ts'
import { movedRows } from './store/moved-limits.ts'

/** 期限目录, telling which kept limits a change would move. */
export const limitCatalogue: Catalogue<Limit> = defineCatalogue<Limit>({
  ...plainLimitCatalogue,
  touches: async (db, region, _, after, change) => {
    if (change.inForce) return movedBy(db, region, change.id)
    const entries = withEntry(await limitsOf(db, region), after)
    const calendar = await calendarOf(db, region)
    return sentences(movedLimits(await openLimits(db, region, { rule: after.id }), entries, calendar, calendar))
  },
})

/** 工作日历, likewise. */
export const holidayCatalogue: Catalogue<HolidayNotice> = defineCatalogue<HolidayNotice>({
  ...plainHolidayCatalogue,
  touches: async (db, region, _, after, change) => {
    if (change.inForce) return movedBy(db, region, change.id)
    const then = calendarFrom(withEntry(await noticesOf(db, region), after), region)
    const now = await calendarOf(db, region)
    return sentences(movedLimits(await openLimits(db, region), await limitsOf(db, region), now, then))
  },
})

type Moved = ReturnType<typeof movedLimits<Awaited<ReturnType<typeof openLimits>>[number]>>

const most = 50

function sentences(moved: Moved): readonly string[] {
  const said = moved
    .slice(0, most)
    .map(({ kept, dueOn, provisional }) =>
      movedSentence({ ...kept, wasDueOn: kept.dueOn, wasProvisional: kept.provisional, dueOn, provisional }),
    )
  return moved.length > most ? [`共影响${moved.length}项在办期限，以下为最先届满的${most}项：`, ...said] : said
}

async function movedBy(db: Kysely<unknown>, region: number, change: string): Promise<readonly string[]> {
  return (await movedRows(db, region, { change })).slice(0, most).map(movedSentence)
}
