import { demoPatents } from './patents.ts'
import { type DemoTable, table } from './tables.ts'

/** CNIPA's announcements of legal status, one event a row, for every application whose number the main table prints rightly. */
export function eventsTable(): DemoTable {
  const known = demoPatents().filter(({ oddity }) => oddity !== 'number-unknown' && oddity !== 'wrong-check-digit')
  const told = known.flatMap((patent) => patent.events.map((event) => ({ patent, event })))
  return table(told, [
    ['申请号', ({ patent }) => patent.applicationNumber],
    ['法律状态公告日', ({ event }) => event.on.replaceAll('-', '.')],
    ['法律状态', ({ event }) => event.word],
    ['法律状态信息', ({ event }) => event.text],
  ])
}
