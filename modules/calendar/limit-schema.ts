import { z } from 'zod'
import type { Limit } from './rules/limit.ts'

const Named = z.strictObject({ code: z.string().regex(/^[\w.&! ]+$/u), name: z.string().trim().min(2).max(60) })
const Unit = z.enum(['H', 'D', 'WD', 'M', 'Y'])
const Said = Named.partial({ code: true })
/** Whole, or half months. */
const Length = z.strictObject({ n: z.number().min(0).max(1000).multipleOf(0.5), unit: Unit })
const Extension = z.strictObject({
  n: z.number().positive().max(1000).multipleOf(0.5).nullable(),
  unit: Unit.nullable(),
  max: z.boolean().optional(),
  by: z.enum(['head', 'collective', 'superior', 'foi_head', 'approval']),
})
const StopGround = z.enum([
  'test',
  'rights_holder_identification',
  'suspension',
  'hearing',
  'public_notice',
  'refund_order',
  'correction',
  'jurisdiction_objection',
  'evidence_extension_by_party',
  'settlement',
])

/** The body of one version of a limit, as it is shipped and as staff change it. */
export const LimitBody: z.ZodType<Limit> = Length.extend({
  name: z.string().trim().min(2).max(40),
  group: z.string().trim().min(2).max(20),
  counted: z.enum(['after', 'before']),
  event: Named,
  deed: z.string().trim().min(2).max(80),
  actor: z.enum(['office', 'party', 'cnipa', 'police']),
  kind: z.enum(['limit', 'minimum']),
  roll: z.boolean(),
  extend: z.array(Extension).max(5),
  stop: z.array(StopGround),
  opens: Length.optional(),
  grace: Length.optional(),
  condition: Said.optional(),
  onExpire: Said.optional(),
  alternative: Length.extend({ event: Said }).optional(),
  alternativeTo: z.string().optional(),
  remark: z.string().trim().max(300).optional(),
})
  .refine((one) => one.unit === 'M' || Number.isInteger(one.n), '只有按月计算的期限可以有半个月。')
  .refine((one) => one.extend.every(({ n, unit }) => (n === null) === (unit === null)), '延长的时间应当同时写明数量和单位。')
  .refine((one) => one.counted === 'after' || (one.extend.length === 0 && one.stop.length === 0), '倒推的期限不能延长或者中止。')
  .refine(
    (one) => one.unit !== 'H' || (one.counted === 'after' && one.extend.length === 0 && one.stop.length === 0),
    '按小时计算的期限不能倒推、延长或者中止。',
  )
