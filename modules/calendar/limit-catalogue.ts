import { defineCatalogue, type Field } from '#modules/catalogues'
import { LimitBody } from './limit-schema.ts'
import type { Limit } from './rules/limit.ts'
import { limitSentence } from './rules/limit-sentence.ts'
import { extenderNames, stopNames } from './rules/limit-words.ts'
import { shippedLimits } from './shipped-limits.ts'

const options = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

const unit = { H: '小时', D: '日（自然日）', WD: '工作日', M: '月', Y: '年' }
const span = (name: string, label: string): readonly Field[] => [
  { name: `${name}.n`, label: `${label}：数量`, kind: 'number', optional: true },
  { name: `${name}.unit`, label: `${label}：单位`, kind: 'choice', options: options(unit), optional: true },
]
const named = (name: string, label: string): readonly Field[] => [
  { name: `${name}.name`, label, kind: 'text', optional: true },
  { name: `${name}.code`, label: `${label}：编号`, kind: 'text', optional: true, help: '系统其他部分引用它，没有的留空。' },
]

/** 期限目录: every limit the office counts by, with its start, length, roll, suspensions and extensions. */
export const plainLimitCatalogue = defineCatalogue<Limit>({
  name: 'limits',
  label: '期限目录',
  about: '办案、办事所依据的法定期限：从哪一天起算、多长、能否中止和延长、届满日是否顺延。起算日决定适用哪一个版本。',
  body: LimitBody,
  fields: [
    { name: 'name', label: '期限名称', kind: 'text' },
    { name: 'group', label: '类别', kind: 'text', help: '例如：行政处罚、投诉举报。' },
    { name: 'n', label: '长度', kind: 'number', help: '按月计算的可以有半个月（2.5）。' },
    { name: 'unit', label: '单位', kind: 'choice', options: options(unit) },
    {
      name: 'counted',
      label: '计算方向',
      kind: 'choice',
      options: options({ after: '自起算日起向后', before: '自某日向前推算' }),
    },
    { name: 'event.name', label: '起算日（或者倒推的那一天）', kind: 'text', help: '例如：立案之日。' },
    { name: 'event.code', label: '起算日：编号', kind: 'text', help: '系统其他部分引用它，例如：case.filed。' },
    { name: 'deed', label: '期限内应当办理的事项', kind: 'text' },
    {
      name: 'actor',
      label: '由谁办理',
      kind: 'choice',
      options: options({ office: '本机关', party: '当事人', cnipa: '国家知识产权局', police: '公安机关' }),
    },
    { name: 'kind', label: '性质', kind: 'choice', options: options({ limit: '最长期限', minimum: '最短期限（不得少于）' }) },
    { name: 'roll', label: '届满日不是工作日的顺延', kind: 'yes-no' },
    {
      name: 'extend',
      label: '延长',
      kind: 'rows',
      help: '按先后填写；没有法定天数的，前两栏留空。',
      fields: [
        { name: 'n', label: '延长', kind: 'number', optional: true, orNull: true },
        { name: 'unit', label: '单位', kind: 'choice', options: options(unit), optional: true, orNull: true },
        { name: 'by', label: '由谁批准', kind: 'choice', options: options(extenderNames) },
        { name: 'max', label: '不超过', kind: 'yes-no', optional: true },
      ],
    },
    { name: 'stop', label: '不计入期限的事由', kind: 'picks', options: options(stopNames) },
    ...span('opens', '届满前可以办理的窗口期'),
    ...span('grace', '届满后的宽限期'),
    ...named('condition', '适用条件'),
    ...named('onExpire', '逾期后果'),
    ...span('alternative', '另一起算日的期限'),
    ...named('alternative.event', '另一起算日'),
    { name: 'alternativeTo', label: '与哪一期限并行', kind: 'text', optional: true, help: '填写另一期限的编号。' },
    { name: 'remark', label: '说明', kind: 'long', optional: true },
  ],
  shipped: shippedLimits,
  title: ({ body }) => body.name,
  describe: ({ body }) => limitSentence(body),
  group: ({ body }) => body.group,
})
