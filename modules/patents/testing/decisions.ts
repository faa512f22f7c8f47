import type { Outcome, Refusal } from '#kernel/outcome'
import type { Act } from '#platform/acts'
import type { NextAct, PatentRecord } from '../contract.ts'
import { patentRecord } from '../reads/record/record.ts'
import { type anOffice, region } from './office.ts'

type Office = Awaited<ReturnType<typeof anOffice>>

/** The desk that decides by hand: acts by number, with the version of the page as it stands. */
export function deciding(office: Office) {
  const db = office.database.app.kysely
  const page = async (number: string): Promise<PatentRecord> => {
    const found = await patentRecord(
      db,
      { region, today: office.wires.clock.today() },
      number,
      async (): Promise<NextAct[]> => [],
    )
    if (!found.done) throw new Error(`${number}: ${found.refusal.code}`)
    return found.value
  }
  /** Runs an act; `number` brings its page's version along unless the input has one. */
  const run = async <Input, Reply>(act: Act<Input, Reply>, input: Record<string, unknown>): Promise<Outcome<Reply, Refusal>> => {
    const version = input.version ?? (typeof input.number === 'string' ? (await page(input.number)).version : '0')
    return office.runner.run(act, office.request(), { reason: '演示：已核对登记簿副本', version, ...input })
  }
  const must = async <Input, Reply>(act: Act<Input, Reply>, input: Record<string, unknown>): Promise<Reply> => {
    const ran = await run(act, input)
    if (!ran.done) throw new Error(JSON.stringify(ran.refusal))
    return ran.value
  }
  const fieldOf = async (number: string, name: string) => (await page(number)).fields.find((one) => one.field === name)
  /** All texts of what the public may see. */
  const publicText = async (): Promise<string> => {
    const { rows } = await office.database.owner.pool.query<{ text: string }>(
      `select coalesce(string_agg(t, e'\\n'), '') as text from (
         select (to_jsonb(r) - 'bg')::text as t from patents.record r where public_form = 'same'
         union all select (to_jsonb(r) - 'bg')::text from patents.public_record r) seen`,
    )
    return rows[0]!.text
  }
  return { page, run, must, fieldOf, publicText }
}
