import type { Outcome, Refusal } from '#kernel/outcome'
import { type Act, runnerWords } from '#platform/acts'
import { type Handlers, sentenceOf, type Words } from '#platform/http'
import { decideCounty, undoCounty } from '../acts/decide-county.ts'
import { decideField, undoField } from '../acts/decide-field.ts'
import type { NextAct, PatentRecord, PatentRoutes } from '../contract.ts'
import { decisionKey } from '../reads/record/decision-key.ts'
import type { LoadedRecord } from '../reads/record/load-record.ts'
import { patentRecord } from '../reads/record/record.ts'
import { patentWords } from '../words.ts'
import type { PatentFrame, Person } from './frame.ts'

type Served =
  | 'GET /api/patents/:number'
  | 'POST /api/patents/:number/fields/:field'
  | 'POST /api/patents/:number/fields/:field/undo'
  | 'POST /api/patents/:number/county'
  | 'POST /api/patents/:number/county/undo'

export function recordHandlers<Who extends Person>(frame: PatentFrame<Who>): Pick<Handlers<PatentRoutes, Who>, Served> {
  const pageOf = (who: Who, number: string): Promise<Outcome<PatentRecord, Refusal>> =>
    patentRecord(frame.db, { region: frame.region, today: frame.clock.today() }, number, (record, county) =>
      nextActs(frame, who, record, county),
    )
  const change = async <Input>({ who, key }: { who: Who; key: string }, act: Act<Input, { id: string }>, input: unknown) => {
    const ran = await frame.act(who, key, act, input)
    return ran.done ? pageOf(who, ran.value.id) : ran
  }
  return {
    'GET /api/patents/:number': ({ who, params }) => frame.see(who, 'patents.see', () => pageOf(who, params.number)),
    'POST /api/patents/:number/fields/:field': (call) => change(call, decideField, { ...call.body, ...call.params }),
    'POST /api/patents/:number/fields/:field/undo': (call) => change(call, undoField, { ...call.body, ...call.params }),
    'POST /api/patents/:number/county': (call) => change(call, decideCounty, { ...call.body, ...call.params }),
    'POST /api/patents/:number/county/undo': (call) => change(call, undoCounty, { ...call.body, ...call.params }),
  }
}

const labels = {
  'decide-field': ['patents.decide-field', '核定字段'],
  'decide-county': ['patents.decide-county', '核定县市'],
  'decide-twin': ['patents.decide-twin', '核定疑似重复'],
} as const

const refusalWords = runnerWords as Words

/** What is open to the reader on this record; why not, where not. */
async function nextActs<Who>(frame: PatentFrame<Who>, who: Who, record: LoadedRecord, county: number | null): Promise<NextAct[]> {
  const keyless = decisionKey(record) === null
  const acts: NextAct[] = []
  for (const act of ['decide-field', 'decide-county', 'decide-twin'] as const) {
    const [word, label] = labels[act]
    const allowed = await frame.may(who, word, act === 'decide-twin' ? null : county)
    const why = allowed.done
      ? keyless
        ? patentWords['no-key']()
        : null
      : sentenceOf({ ...allowed.refusal, act: label } as Refusal, refusalWords)
    acts.push({ act, allowed: why === null, why })
  }
  return acts
}
