import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '#kernel/time'
import { LimitBody } from './limit-schema.ts'
import { shippedLimits, shippedRates } from './shipped-limits.ts'

const limits = shippedLimits()
const ids = [...new Set(limits.map(({ id }) => id))]

/** The whole catalogue: what other code may ask for. */
const known = `
clue.verify jurisdiction.negotiate jurisdiction.designate assist.reply evidence.register.report evidence.register.act seizure.report
seizure.end review party.defence hearing.notice decision decision.serve service.publicnotice fine.pay reminder.wait court.enforce
reconsider litigate litigate.afterReconsider close simple.archive
publish.sameProvince publish.push publish.host publish.withdraw publish.hide.low publish.hide
transfer.head transfer.send transfer.police.decide transfer.review transfer.items
infringe.file infringe.serve infringe.answer infringe.answer.foreign infringe.answer.forward infringe.jurisdiction.decide
infringe.recusal.request infringe.evidence.min infringe.oral.notice infringe.preserve.decide infringe.conclude infringe.publish
infringe.publish.change infringe.limitation opinion.wait.received opinion.wait.sent infringe.sue
mediate.serve mediate.statement mediate.file mediate.refusal.tell mediate.ownership.conclude mediate.ownership.copy
mediate.ownership.resume mediate.ownership.autoresume
complaint.accept complaint.mediate complaint.terminate.tell complaint.stale complaint.clue.verify complaint.power.negotiate
tip.verify.restart tip.tellNamed foi.answer foi.proactive
annuity.due annuity.grace annuity.first fee.filing fee.reduction.request pta.request pta.annuity right.restore inventor.bonus evalreport
prex.invention.first prex.invention.close prex.um_design.close prex.reexam.close prex.invalid.close prex.invalid.design.close
tm.opposition trademark.renew tmagency.filing tmagency.change gi.sign.nonuse`
  .trim()
  .split(/\s+/)

test('the catalogue holds these limits, and one rate apart', () => {
  expect(ids.toSorted()).toEqual(known.toSorted())
  expect(shippedRates().map(({ id, rate, cap }) => [id, rate, cap])).toEqual([['fine.daily', 0.03, 1]])
})

describe.each(limits.map((entry) => [`${entry.id} ${entry.validFrom ?? ''}`, entry] as const))('%s', (_, entry) => {
  it('has a body by the schema, a basis in full and a whole sentence of names', () => {
    expect(LimitBody.safeParse(entry.body).error?.issues ?? []).toEqual([])
    for (const part of entry.basis.split('、《').map((text, n) => (n ? `《${text}` : text)))
      expect(part).toMatch(
        /^《[^《》]+》(（\d{4}年(修正|修订)?）)?(第[一二三四五六七八九十百]+条(第[一二三四五六七八九十]+[款项])?(、|$))*$/,
      )
    expect(['confirmed', 'unverified']).toContain(entry.certainty)
    const { name, deed, event, condition, onExpire, remark } = entry.body
    for (const text of [name, deed, event.name, condition?.name, onExpire?.name, remark])
      if (text !== undefined) expect(text).toMatch(/^[\p{Script=Han}\d（），。、；“”《》]+$/u)
    if (entry.body.alternativeTo) expect(ids).toContain(entry.body.alternativeTo)
  })
})

test('versions of a limit follow one another without overlap', () => {
  for (const id of ids) {
    const versions = limits.filter((entry) => entry.id === id)
    for (const [n, version] of versions.entries()) {
      if (version.validFrom && version.validTo) expect(version.validFrom <= version.validTo).toBe(true)
      const next = versions[n + 1]
      if (next) expect(next.validFrom).toBe(addDays(version.validTo!, 1))
    }
  }
  expect(limits.length - ids.length).toBe(4)
})

test('the schema refuses what cannot be counted', () => {
  const body = limits.find(({ id }) => id === 'decision')!.body
  const fails = (change: object) => LimitBody.safeParse({ ...body, ...change }).success === false
  expect(fails({ n: 2.5 })).toBe(true)
  expect(fails({ unit: 'W' })).toBe(true)
  expect(fails({ counted: 'before' })).toBe(true)
  expect(fails({ unit: 'H' })).toBe(true)
  expect(fails({ extend: [{ n: 30, unit: null, by: 'head' }] })).toBe(true)
  expect(fails({ until: '2026-12-31' })).toBe(true)
  expect(fails({})).toBe(false)
})

/** What appendix A and its amendment call otherwise: versions share one id. */
const nowCalled: Readonly<Record<string, string>> = {
  'complaint.accept.old': 'complaint.accept',
  'complaint.mediate.old': 'complaint.mediate',
  'tm.opposition.2027': 'tm.opposition',
  'trademark.renew.2027': 'trademark.renew',
}

interface Line {
  readonly id: string
  readonly n: number
  readonly unit: string
  readonly from?: string
  readonly before?: string
  readonly roll?: boolean
  readonly extend?: string | readonly { readonly n: number | null; readonly unit?: string; readonly by: string }[]
  readonly stop?: readonly string[]
  readonly onExpire?: string
  readonly validFrom?: string
  readonly validTo?: string
  readonly replaces?: string
}

const pages = ['domain.md', 'domain-2.md'].map((name) => new URL(`../../../shared/${name}`, import.meta.url))

test.skipIf(!pages.every((page) => existsSync(page)))(
  'every line of the sources stands in the catalogue as it is there (skipped without ../shared)',
  () => {
    const [first, second] = pages.map((page) => readLines(readFileSync(page, 'utf8')))
    const replaced = new Set(second!.flatMap(({ replaces }) => replaces ?? []))
    const lines = [...first!.filter(({ id }) => !replaced.has(id)), ...second!]
    expect(lines.length).toBe(limits.length + 1)
    for (const line of lines) {
      const id = nowCalled[line.id] ?? line.id
      if (id === 'fine.daily') continue
      const entry = limits.find((one) => one.id === id && (line.validFrom === undefined || one.validFrom === line.validFrom))
      expect([id, entry !== undefined]).toEqual([id, true])
      const { body, validTo } = entry!
      if (line.validTo) expect(validTo).toBe(line.validTo)
      expect([id, body.event.code]).toEqual([id, line.before ?? line.from])
      expect([id, body.counted]).toEqual([id, line.before ? 'before' : 'after'])
      if (id !== 'trademark.renew') {
        expect([id, body.n, body.unit]).toEqual([id, line.n, line.unit])
        const rolls = !line.before && ['D', 'M', 'Y'].includes(line.unit) && line.roll !== false && !id.startsWith('transfer.')
        expect([id, body.roll]).toEqual([id, rolls])
      } else expect(body.opens).toEqual({ n: line.n, unit: line.unit })
      expect([id, body.stop]).toEqual([id, line.stop ?? []])
      const steps = typeof line.extend === 'string' ? [{ n: null, by: line.extend }] : (line.extend ?? [])
      expect([id, body.extend.map(({ n, unit, by }) => [n, unit, by])]).toEqual([
        id,
        steps.map(({ n, by, ...rest }) => [n, ('unit' in rest ? rest.unit : undefined) ?? null, by]),
      ])
      if (line.onExpire) expect(body.onExpire?.code).toBe(line.onExpire)
    }
  },
)

function readLines(page: string): Line[] {
  const block = page.split('```json').at(-1)!.split('```')[0]!
  return JSON.parse(block) as Line[]
}
