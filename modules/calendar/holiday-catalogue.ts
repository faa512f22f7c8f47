import { plainDate } from '#kernel/time'
import { defineCatalogue, type Entry } from '#modules/catalogues'
import { holidayNotices, holidays } from '../../database/reference/read.ts'
import { HolidayNotice, NATION } from './holiday-notice.ts'

const kindWords = { off: '放假', work: '上班', local: '地方假日' } as const

/** 工作日历: one entry a notice, `2026` for the State Council's of that year; a corrected notice stands over it. */
export const plainHolidayCatalogue = defineCatalogue<HolidayNotice>({
  name: 'holidays',
  label: '工作日历',
  about: '国务院办公厅关于节假日安排的通知，以及州、县市公布的地方假日；期限中的工作日和顺延依此计算。',
  body: HolidayNotice,
  fields: [
    { name: 'place', label: '公布机关所在地（区划代码）', kind: 'number', help: '国务院办公厅为100000，临夏州为622900。' },
    { name: 'year', label: '年度', kind: 'number' },
    { name: 'title', label: '通知名称', kind: 'text' },
    {
      name: 'days',
      label: '日期安排',
      kind: 'rows',
      fields: [
        { name: 'day', label: '日期', kind: 'day' },
        {
          name: 'kind',
          label: '安排',
          kind: 'choice',
          options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
        },
        { name: 'name', label: '节日', kind: 'text' },
      ],
    },
  ],
  shipped: () => [...new Set(holidays().map((one) => one.notice))].map(noticeOf),
  title: ({ body }) => body.title,
  describe: ({ body }) => {
    const count = (kind: 'off' | 'work' | 'local') => body.days.filter((one) => one.kind === kind).length
    const said = (['off', 'work', 'local'] as const).flatMap((kind) => (count(kind) ? `${kindWords[kind]}${count(kind)}天` : []))
    return `${body.year}年：${said.join('，')}。`
  },
  group: ({ body }) => (body.place === NATION ? '国务院办公厅通知' : '地方假日'),
})

function noticeOf(year: number): Entry<HolidayNotice> {
  return {
    id: String(year),
    validFrom: plainDate(`${year}-01-01`),
    validTo: plainDate(`${year}-12-31`),
    body: {
      place: NATION,
      year,
      title: `国务院办公厅关于${year}年部分节假日安排的通知`,
      days: holidays()
        .filter((one) => one.notice === year)
        .map(({ day, kind, name }) => ({ day, kind, name })),
    },
    basis: '全国年节及纪念日放假办法',
    certainty: 'confirmed',
    source: holidayNotices(year).join(' ') || null,
  }
}
