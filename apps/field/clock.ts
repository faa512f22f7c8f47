import { keep, kept } from './kept.ts'
import { setState } from './state.ts'

/** A clock that is further from the server's than this cannot date evidence. */
const tolerance = 5 * 60_000

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** Takes down how far this phone's clock is from the server's, and on which day the office lives. */
export async function setClock(serverNow: string, demonstrationDay: string | null): Promise<void> {
  const now = Date.now()
  await keep('clock', { offset: now - Date.parse(serverNow), latest: now, demonstrationDay })
  await readClock()
}

/**
 * Whether the phone's clock can be doubted: it stood far from the server's when they last met, or has gone back since.
 * Where the two never met, nobody can say, and that is a doubt too.
 */
export async function readClock(): Promise<{ readonly doubtful: boolean; readonly today: string }> {
  const now = Date.now()
  const clock = await kept('clock')
  const doubtful =
    clock === undefined || clock.offset === null || Math.abs(clock.offset) > tolerance || now < clock.latest - tolerance
  if (clock && now > clock.latest + 60_000) await keep('clock', { ...clock, latest: now })
  const today = clock?.demonstrationDay ?? shanghai.format(new Date(now))
  setState({ today, clockDoubtful: doubtful })
  return { doubtful, today }
}
