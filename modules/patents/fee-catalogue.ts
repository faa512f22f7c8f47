import { z } from 'zod'
import { formatYuan, yuan } from '#kernel/money'
import { defineCatalogue, type Entry } from '#modules/catalogues'
import { fees } from '../../database/reference/read.ts'
import type { FeeBody } from './rules/fees.ts'
import { feeTouches } from './store/fee-touches.ts'

const rights = { invention: '发明专利', 'utility-model': '实用新型专利', design: '外观设计专利' } as const
const units = { yuan: '元', percent: '%', years: '年' } as const

export const FeeEntryBody: z.ZodType<FeeBody> = z.object({
  name: z.string().trim().min(2).max(60),
  unit: z.enum(['yuan', 'percent', 'years']),
  counted: z.string().trim().min(1).max(4).optional(),
  reducible: z.boolean(),
  lines: z
    .array(
      z.object({
        right: z.enum(['invention', 'utility-model', 'design']).optional(),
        from: z.number().int().min(1).max(1000).optional(),
        to: z.number().int().min(1).max(1000).optional(),
        amount: z.number().min(0).max(10_000_000),
      }),
    )
    .min(1)
    .max(30),
})

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

const groups: readonly (readonly [string, string])[] = [
  ['annuity.', '年费与滞纳金'],
  ['reduction.', '费用减缴'],
  ['open-licence.', '费用减缴'],
]

/** 费用目录: official patent fees, with the rates, spans and thresholds they are reckoned with. Versions of a fee share an id. */
export const feeCatalogue = defineCatalogue<FeeBody>({
  name: 'fees',
  label: '费用目录',
  about: '专利年费、滞纳金、费用减缴和其他官方收费的标准，按应缴日适用当日有效的版本。',
  body: FeeEntryBody,
  fields: [
    { name: 'name', label: '费用名称', kind: 'text' },
    { name: 'unit', label: '单位', kind: 'choice', options: options(units) },
    {
      name: 'counted',
      label: '按什么计',
      kind: 'text',
      help: '标准分档时，自、至所计的单位：年度、个月、人、项、页、期。',
      optional: true,
    },
    { name: 'reducible', label: '可以减缴', kind: 'yes-no' },
    {
      name: 'lines',
      label: '标准',
      kind: 'rows',
      fields: [
        { name: 'right', label: '专利类型', kind: 'choice', options: options(rights), optional: true },
        { name: 'from', label: '自', kind: 'number', optional: true },
        { name: 'to', label: '至', kind: 'number', optional: true },
        { name: 'amount', label: '数额', kind: 'number' },
      ],
    },
  ],
  shipped: () => fees() as readonly Entry<FeeBody>[],
  title: ({ body }) => body.name,
  describe: ({ body }) => `${body.lines.map((line) => lineInWords(line, body)).join('；')}。`,
  group: ({ id }) => groups.find(([head]) => id.startsWith(head))?.[1] ?? '其他费用',
  touches: (db, region, before, after, { today }) => feeTouches(db, region, before, after, today),
})

function lineInWords({ right, from, to, amount }: FeeBody['lines'][number], { unit, counted = '' }: FeeBody): string {
  const nth = counted === '人' ? '' : '第'
  const range =
    from === undefined
      ? ''
      : to === undefined
        ? `${nth}${from}${counted}${nth ? '起' : '以上'}`
        : from === to
          ? `${nth}${from}${counted}`
          : `${nth}${from}至${to}${counted}`
  const head = [right === undefined ? '' : rights[right], range].filter(Boolean).join(' ')
  return `${head}${head ? '：' : ''}${unit === 'yuan' ? formatYuan(yuan(amount)) : amount}${units[unit]}`
}

/** The fees as they were shipped: what a pure answer reckons with. */
export const shippedFees = (): readonly Entry<FeeBody>[] => feeCatalogue.shipped()
