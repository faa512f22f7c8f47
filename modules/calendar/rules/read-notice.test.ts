import { describe, expect, it } from 'vitest'
import { addDays, dayOf, monthOf, type PlainDate, weekday, yearOf } from '#kernel/time'
import { type Holiday, holidays } from '../../../database/reference/read.ts'
import { readNotice } from './read-notice.ts'

const said = (text: string, year: number | null = null) => {
  const { days, doubts } = readNotice(text, year)
  return { days: days.map(({ day, kind, name }) => `${day} ${kind} ${name}`), doubts }
}

const shipped = (year: number) =>
  holidays()
    .filter((one) => one.notice === year)
    .map(({ day, kind }) => `${day} ${kind}`)

const week = (day: PlainDate) => '一二三四五六日'[weekday(day) - 1]

/** A notice written in the State Council's wording from the days themselves. */
function written(year: number, style: '周' | '星期'): string {
  const own = holidays().filter((one) => one.notice === year)
  const names = [...new Set(own.map((one) => one.name))]
  const date = (day: PlainDate, before?: PlainDate) => {
    const inYear = yearOf(day) === yearOf(before ?? day) && (before || yearOf(day) === year) ? '' : `${yearOf(day)}年`
    return `${inYear}${before && monthOf(day) === monthOf(before) ? '' : `${monthOf(day)}月`}${dayOf(day)}日（${style}${week(day)}）`
  }
  const section = (name: string, index: number) => {
    const off = runs(own.filter((one) => one.name === name && one.kind === 'off'))
    const work = own.filter((one) => one.name === name && one.kind === 'work')
    const rests = off.map(([first, last]) => `${date(first)}${first === last ? '' : `至${date(last, first)}`}`)
    const made = work.length ? `${work.map(({ day }) => date(day)).join('、')}上班。` : ''
    return `${'一二三四五六七八九'[index]}、${name}：${rests.map((rest) => `${rest}放假调休。`).join('')}${made}`
  }
  return `国务院办公厅关于${year}年部分节假日安排的通知\n${names.map(section).join('\n')}`
}

function runs(days: readonly Holiday[]): [PlainDate, PlainDate][] {
  const found: [PlainDate, PlainDate][] = []
  for (const { day } of days) {
    const last = found.at(-1)
    if (last && addDays(last[1], 1) === day) last[1] = day
    else found.push([day, day])
  }
  return found
}

describe('a notice in the State Council’s wording', () => {
  it('of 2026 is read as it is shipped', () => {
    const text = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`
    const read = readNotice(text)
    expect(read).toMatchObject({ year: 2026, doubts: [] })
    expect(read.days.map(({ day, kind }) => `${day} ${kind}`)).toEqual(shipped(2026))
  })

  it.each([...new Set(holidays().map((one) => one.notice))])('written anew from the days of %i gives them back', (year) => {
    for (const style of ['周', '星期'] as const) {
      const read = readNotice(written(year, style))
      expect(read.doubts.filter((doubt) => !doubt.includes('本来就是工作日'))).toEqual([])
      expect(read.days.map(({ day, kind }) => `${day} ${kind}`)).toEqual(shipped(year))
    }
  })

  it('takes the days before New Year’s from the year before, and no advice for a day off', () => {
    expect(said('一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023).days).toEqual([
      '2022-12-31 off 元旦',
      '2023-01-01 off 元旦',
      '2023-01-02 off 元旦',
    ])
    expect(said('一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。', 2019).days.at(0)).toBe(
      '2018-12-29 work 元旦',
    )
    expect(
      said(
        '二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。',
        2024,
      ),
    ).toMatchObject({ days: { length: 10 }, doubts: [] })
  })

  it('reads one day, a day made up on a Monday, and an amendment', () => {
    expect(said('三、清明节：4月5日放假，4月7日（星期一）补休。', 2014).days).toEqual([
      '2014-04-05 off 清明节',
      '2014-04-07 off 清明节',
    ])
    expect(said('一、元旦：1月1日放假，与周末连休。', 2024).days).toEqual(['2024-01-01 off 元旦'])
    expect(said('延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。', 2020).days).toEqual([])
  })

  it('doubts what does not agree', () => {
    expect(said('七、国庆节：10月1日（周四）至7日（周三）放假调休，共8天。', 2026).doubts).toEqual([
      '“国庆节”写明共8天，读出7天，请核对。',
    ])
    expect(said('一、元旦：1月1日（周五）放假。', 2026).doubts[0]).toMatch(/2026-01-01是星期四，通知写为“周五”/)
    expect(said('一、元旦：1月5日（周一）上班。', 2026).doubts[0]).toMatch(/本来就是工作日/)
    expect(said('二、春节：2月30日放假。', 2026).doubts).toContain('“2月30日”不是实际存在的日期，未采用。')
    expect(said('今天天气很好。').doubts[0]).toMatch(/^没有读出任何日期/)
    expect(said('一、元旦：1月1日放假。').doubts[0]).toMatch(/没有写明年份/)
  })
})

it('a table of days is read line by line, local holidays among them', () => {
  expect(said('2027-01-01 放假 元旦\n2027-01-03,班,元旦\n2027-03-10\t地方\t开斋节').days).toEqual([
    '2027-01-01 off 元旦',
    '2027-01-03 work 元旦',
    '2027-03-10 local 开斋节',
  ])
})
