import type { Kysely } from 'kysely'
import { z } from 'zod'
import { defineCatalogue, type Entry, entriesOf } from '#modules/catalogues'
import { type MarkTable, markFacts, markOutcomes, unknownFacts } from '#modules/patents'
import { markRows } from '../../database/reference/marks.ts'
import { outcomeNames } from './rules/outcome-names.ts'

const sentence = z
  .string()
  .trim()
  .min(4)
  .max(500)
  .refine((text) => unknownFacts(text).length === 0, { error: `花括号中只能使用：${Object.keys(markFacts).join('、')}` })

/** What a row of the decision table holds. */
export const MarkRowBody = z.object({
  order: z.number().int().min(1).max(200),
  step: z.string().trim().min(2).max(30),
  when: z.string().trim().min(2).max(60),
  outcome: z.enum(markOutcomes),
  clauseOf: z.enum(['made', 'seen']).nullable(),
  sentence,
  next: sentence,
})
export type MarkRowBody = z.infer<typeof MarkRowBody>

const facts = Object.entries(markFacts)
  .map(([name, says]) => `{${name}}${says}`)
  .join('；')

/** 标识核验判定规则: one entry a row of the decision table. Which row answers is the rule's; what it answers and cites is data. */
export const markCatalogue = defineCatalogue<MarkRowBody>({
  name: 'marks',
  entriesFixed: true,
  label: '标识核验判定规则',
  about: '专利标识核验的判定顺序、结论、说明和依据。条款按行为当日有效的法律引用。',
  body: MarkRowBody,
  fields: [
    { name: 'step', label: '环节', kind: 'text' },
    { name: 'when', label: '情形', kind: 'text' },
    {
      name: 'outcome',
      label: '结论',
      kind: 'choice',
      options: markOutcomes.map((value) => ({ value, label: outcomeNames[value] })),
    },
    { name: 'sentence', label: '说明', kind: 'long', help: `可用：${facts}。` },
    { name: 'next', label: '下一步', kind: 'long' },
  ],
  shipped: () => markRows() as readonly Entry<MarkRowBody>[],
  title: ({ body }) => `${body.order}. ${body.when}`,
  describe: ({ body }) => `${body.step}：${body.when}的，结论为“${outcomeNames[body.outcome]}”。${body.sentence}`,
  group: ({ body }) => body.step,
})

/** The decision table as this prefecture has it: shipped, overlaid by what was approved. */
export const markTable = (db: Kysely<unknown>, region: number): Promise<MarkTable> => entriesOf(db, region, markCatalogue)
