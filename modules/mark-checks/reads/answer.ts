import type { Kysely } from 'kysely'
import type { PlainDate } from '#kernel/time'
import {
  type AskedMark,
  type CheckedMark,
  checkMark,
  keysOfMark,
  markRegister,
  patentsVersion,
  type RegisterEntry,
} from '#modules/patents'
import { markTable } from '../mark-catalogue.ts'

/** An answer with what the register said when it was given. */
export interface Answered {
  readonly answer: CheckedMark
  readonly register: readonly (readonly [key: string, entry: RegisterEntry | null])[]
  readonly registerVersion: string
  /** The latest day of which the entries speak; null where there are none. */
  readonly registerAsOf: PlainDate | null
}

/** Answers marks of the same moment (专利标识核验): one look into the register for all; the day of the check is today where nobody says. */
export async function answerMarks(
  db: Kysely<unknown>,
  { region, today }: { readonly region: number; readonly today: PlainDate },
  asked: readonly AskedMark[],
): Promise<Answered[]> {
  const table = await markTable(db, region)
  const texts = asked.map((one) => one.text)
  const register = await markRegister(db, { region, today, projection: 'office' }, texts)
  const registerVersion = await patentsVersion(db, region)
  return asked.map((one) => {
    const answer = checkMark({ ...one, today: one.today ?? today }, register, table)
    const said = [...new Set(keysOfMark(one.text))].map((key) => [key, register(key)] as const)
    const days = said.flatMap(([, entry]) => entry?.asOf ?? []).sort()
    return { answer, register: said, registerVersion, registerAsOf: days.at(-1) ?? null }
  })
}
