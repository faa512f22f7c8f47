import { addDays, daysBetween, type PlainDate, readPlainDate, weekday, yearOf } from '#kernel/time'

/** One line of a notice as it was understood. */
export interface ReadDay {
  readonly day: PlainDate
  readonly kind: 'off' | 'work' | 'local'
  readonly name: string
}

export interface ReadNotice {
  /** The year it is for; null where neither its title nor its days say so. */
  readonly year: number | null
  /** In order; a day that stands twice is taken once, the later line holding. */
  readonly days: readonly ReadDay[]
  /** What does not agree, or was not understood: a person must look. */
  readonly doubts: readonly string[]
}

/**
 * Reads the State Council's notice on holidays in its own wording (国务院办公厅关于…年部分节假日安排的通知):
 * 「七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。」 — or a table of days, one a line:
 * `2027-01-01 放假 元旦`. Days it recommends (鼓励…除夕休息) are none. Nothing is guessed: weekdays and counts that the text
 * gives are checked, and what was not understood is told.
 */
export function readNotice(text: string, givenYear: number | null = null): ReadNotice {
  const year = givenYear ?? yearInTitle(text)
  const table = text.split(/\r?\n/u).flatMap((line) => tableLine(line) ?? [])
  const doubts: string[] = []
  const days = table.length > 0 ? table : sectionsOf(text).flatMap((section) => readSection(section, year, doubts))
  const known = new Map<PlainDate, ReadDay>()
  for (const one of days) {
    const twice = known.get(one.day)
    if (twice && twice.kind !== one.kind)
      doubts.push(`${one.day}既写为${kindWord(twice.kind)}，又写为${kindWord(one.kind)}，请核对。`)
    known.set(one.day, one)
  }
  for (const { day, kind } of known.values())
    if (kind === 'work' && weekday(day) < 6) doubts.push(`${day}写为上班，但当日是${weekdayWord(day)}，本来就是工作日，请核对。`)
  const found = [...known.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  if (found.length === 0) doubts.push('没有读出任何日期。请粘贴通知正文，或者按“2027-01-01 放假 元旦”的格式每行填写一天。')
  const years = found.map(({ day }) => yearOf(day))
  return { year: year ?? years[Math.floor(years.length / 2)] ?? null, days: found, doubts: [...new Set(doubts)] }
}

const yearInTitle = (text: string): number | null => {
  const found =
    /关于(?:调整)?(\d{4})年[^\n]{0,12}?(?:节假日|假期|春节|劳动节)/u.exec(text) ??
    /(\d{4})年[^\n]{0,12}?(?:节假日|假期)/u.exec(text)
  return found ? Number(found[1]) : null
}

/** A holiday's part of the notice: 「四、劳动节：…」, to the next or to the end. */
interface Section {
  readonly name: string
  readonly text: string
}

const heading = /(?:^|\n|。)\s*(?:[一二三四五六七八九十]+[、.．]|（[一二三四五六七八九十]+）)\s*([^：:\n。]{2,12})[：:。]/gu

function sectionsOf(text: string): readonly Section[] {
  const heads = [...text.matchAll(heading)]
  if (heads.length === 0) return [{ name: nameIn(text), text }]
  return heads.map((head, index) => ({
    name: head[1]!.replace(/\s+/gu, ''),
    text: text.slice(head.index + head[0].length, heads[index + 1]?.index ?? text.length),
  }))
}

const nameIn = (text: string) =>
  /(元旦|春节|清明节|劳动节|端午节|中秋节|国庆节|开斋节|古尔邦节|州庆)/u.exec(text)?.[1] ?? '节假日'

const date = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^（()）]*)[）)])?`
const dayOrRange = new RegExp(`${date}(?:\\s*(?:至|到|-|－|—|–|~|～)\\s*${date})?`, 'gu')

function readSection({ name, text }: Section, year: number | null, doubts: string[]): ReadDay[] {
  const days: ReadDay[] = []
  const carried: Carried = { year, month: null, section: name }
  for (const sentence of text.split(/[。；;\n]/u)) {
    if (/鼓励|安排职工|建议/u.test(sentence)) continue
    days.push(...readSentence(sentence, carried, doubts))
  }
  return days
}

/** What a date may leave unsaid: 「1日至3日」 is of the month named before. */
interface Carried {
  readonly year: number | null
  month: number | null
  readonly section: string
}

function readSentence(sentence: string, carried: Carried, doubts: string[]): ReadDay[] {
  const days: ReadDay[] = []
  const dates = [...sentence.matchAll(dayOrRange)]
  let waiting: PlainDate[] = []
  for (const [index, found] of dates.entries()) {
    const [first, last] = [
      readDate(found.slice(1, 5), carried, doubts),
      found[7] ? readDate(found.slice(5, 9), carried, doubts) : null,
    ]
    if (!first) continue
    const span = last ? daysFrom(first, last) : [first]
    if (span.length === 0) doubts.push(`“${found[0]}”的起止日期颠倒，请核对。`)
    waiting.push(...span)
    const after = sentence.slice(found.index + found[0].length, dates[index + 1]?.index ?? sentence.length)
    const kind = kindAfter(after)
    if (kind === 'none') {
      if (!/^[、，,和及\s]*$/u.test(after)) waiting = []
      continue
    }
    if (kind === 'off') {
      const count = /共(\d+)天/u.exec(after) ?? /放假(\d+)天/u.exec(after)
      if (count && Number(count[1]) !== waiting.length)
        doubts.push(`“${carried.section}”写明共${count[1]}天，读出${waiting.length}天，请核对。`)
    }
    if (kind !== 'ordinary') days.push(...waiting.map((day): ReadDay => ({ day, kind, name: carried.section })))
    waiting = []
  }
  return days
}

/** What is said after a date: the day is off, made up, an ordinary working day again, or nothing yet. */
function kindAfter(text: string): 'off' | 'work' | 'ordinary' | 'none' {
  if (/^起?\s*(?:恢复)?正常上班|^起/u.test(text)) return 'ordinary'
  const said = /放假|补休|休息|上班/u.exec(text)
  if (!said) return 'none'
  return said[0] === '上班' ? 'work' : 'off'
}

function readDate(
  [givenYear, givenMonth, givenDay, bracket = '']: readonly (string | undefined)[],
  carried: Carried,
  doubts: string[],
): PlainDate | null {
  const month = givenMonth ? Number(givenMonth) : carried.month
  const said = `${givenYear ? `${givenYear}年` : ''}${month ?? ''}月${givenDay}日`
  const year = givenYear ? Number(givenYear) : carried.year
  if (month === null || year === null) {
    doubts.push(`“${said}”没有写明${month === null ? '月份' : '年份'}，未采用。`)
    return null
  }
  carried.month = month
  const told = weekdayIn(bracket)
  // The December days of a New Year's belong to the year before the notice's, whether or not it is written.
  const years = givenYear ? [year] : month === 12 && carried.section.startsWith('元旦') ? [year - 1, year] : [year]
  const days = years.flatMap((one) => readPlainDate(`${one}-${month}-${givenDay}`) ?? [])
  const day = days.find((one) => told === null || weekday(one) === told) ?? days[0]
  if (!day) {
    doubts.push(`“${said}”不是实际存在的日期，未采用。`)
    return null
  }
  if (told !== null && weekday(day) !== told) doubts.push(`${day}是${weekdayWord(day)}，通知写为“${bracket}”，请核对年份和日期。`)
  return day
}

function weekdayIn(bracket: string): number | null {
  const found = /(?:周|星期)([一二三四五六日天])/u.exec(bracket)
  return found ? '一二三四五六日'.indexOf(found[1]!.replace('天', '日')) + 1 : null
}

const weekdayWord = (day: PlainDate) => `星期${'一二三四五六日'[weekday(day) - 1]}`
const kindWord = (kind: ReadDay['kind']) => ({ off: '放假', work: '上班', local: '地方假日' })[kind]

function daysFrom(first: PlainDate, last: PlainDate): PlainDate[] {
  const count = daysBetween(first, last)
  return count < 0 || count > 31 ? [] : Array.from({ length: count + 1 }, (_, n) => addDays(first, n))
}

const tableWords: Readonly<Record<string, ReadDay['kind']>> = {
  休: 'off',
  放假: 'off',
  off: 'off',
  班: 'work',
  上班: 'work',
  work: 'work',
  地方: 'local',
  地方假日: 'local',
  local: 'local',
}

/** `2027-01-01 放假 元旦`, with blanks, tabs or commas between; null where the line is no such thing. */
function tableLine(line: string): ReadDay | null {
  const found = /^\s*(\d{4}-\d{2}-\d{2})[\s,，]+(\S+?)(?:[\s,，]+(\S.*?))?\s*$/u.exec(line)
  const read = found && readPlainDate(found[1]!)
  const kind = found && tableWords[found[2]!]
  return read && kind ? { day: read, kind, name: found?.[3] || nameIn(line) } : null
}
