import { addMonths, type PlainDate } from '#kernel/time'
import { demoDay, gazetteDay, type Life } from './lives.ts'
import type { DemoEvent, DemoRight } from './patent.ts'

const compact = (day: PlainDate): string => day.replaceAll('-', '')

/** What the gazette announced of an application up to the demonstration day, worded as CNIPA words it. */
export function eventsOf(life: Life, right: DemoRight, number: string, mainClass: string): DemoEvent[] {
  const { filedOn, disclosedOn, grantedOn, endedOn, announcedOn, status } = life
  const particulars = `IPC(主分类):${mainClass}申请号:${number.slice(2)}申请日:${compact(filedOn)}`
  const ground = (words: string) =>
    `${words}${particulars}${grantedOn ? `授权公告日:${compact(grantedOn)}` : ''}${endedOn ? `终止日期:${compact(endedOn)}` : ''}`
  const told: DemoEvent[] = []
  const tell = (on: PlainDate | undefined, word: string, text = word) => {
    if (on !== undefined && on <= demoDay) told.push({ on, word, text })
  }
  tell(disclosedOn, '公开')
  const examined = disclosedOn && gazetteDay(addMonths(disclosedOn, 1))
  if (examined && (grantedOn === undefined || examined < grantedOn))
    tell(examined, '实质审查的生效', `实质审查的生效${particulars}`)
  tell(grantedOn, '授权')
  if (announcedOn === undefined) return told
  if (status === 'lapsed') tell(announcedOn, '专利权的终止', ground('未缴年费专利权终止'))
  if (status === 'expired') tell(announcedOn, '专利权的终止', ground('专利权有效期届满'))
  if (status === 'surrendered') tell(announcedOn, '避免重复授权放弃专利权', ground('避免重复授权放弃专利权'))
  if (right === 'invention' && status === 'withdrawn') tell(announcedOn, '发明专利申请公布后的视为撤回')
  if (right === 'invention' && status === 'rejected') tell(announcedOn, '发明专利申请公布后的驳回')
  return told
}
