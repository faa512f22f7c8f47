import { fetchCopy } from './carried/fetch-copy.ts'
import { openList } from './carried/look-up.ts'
import { readClock } from './clock.ts'
import { database, hadCopy, kept } from './kept.ts'
import { countQueue, tidyQueue } from './queue/queue.ts'
import { upload } from './queue/upload.ts'
import { confirmSession, readPerson } from './session.ts'
import { fieldState, setState } from './state.ts'

/** Looks for a newer copy no more often than this by itself. */
const often = 30 * 60_000
let lookedAt = 0

/** Opens what the phone holds, then meets the office where there is a network; again whenever one may have come back. */
export async function run(): Promise<void> {
  await database()
  await readClock()
  await countQueue()
  await openList().catch(async (error: unknown) => {
    if (!(error instanceof RangeError)) throw error
    // A list that broke on the disk is as good as none.
    await (await database()).delete('kept', 'list')
    setState({ list: null, trouble: '本机的台账数据已损坏，将在联网后重新获取。' })
  })
  if (!fieldState().list && localStorage.getItem(hadCopy))
    setState({ trouble: '手机系统清理了本机的台账数据，将在联网后重新获取；获取前不能离线核验。' })
  await readPerson()
  await tidyQueue()
  const meet = () => void meetOffice()
  window.addEventListener('online', () => {
    setState({ online: true })
    meet()
  })
  window.addEventListener('offline', () => setState({ online: false }))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') meet()
  })
  setInterval(meet, 60_000)
  await meetOffice()
}

/** Confirms the session, sends what waits and looks for a newer copy. */
export async function meetOffice(anew = false): Promise<void> {
  await readClock()
  if (!navigator.onLine || !(await kept('person'))) return
  const { session, online } = fieldState()
  if ((session !== 'open' || !online) && !(await confirmSession())) return
  if (fieldState().session !== 'open') return
  // The phone's system may clear what it was not asked to keep.
  void navigator.storage?.persist?.()
  await upload()
  if (!anew && fieldState().list && Date.now() - lookedAt < often) return
  lookedAt = Date.now()
  await fetchCopy()
}
