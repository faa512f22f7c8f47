import { type Act, runnerWords } from '#platform/acts'
import { type Handlers, sentenceOf, type Words } from '#platform/http'
import { noteOpenLicence } from '../acts/note-open-licence.ts'
import { notePayment } from '../acts/note-payment.ts'
import { noteReduction } from '../acts/note-reduction.ts'
import { noteRestoration } from '../acts/note-restoration.ts'
import { undoNote } from '../acts/undo-note.ts'
import type { AnnuityPage, PatentRoutes } from '../contract.ts'
import { annuityPage } from '../reads/record/annuities.ts'
import { decisionKey } from '../reads/record/decision-key.ts'
import type { LoadedRecord } from '../reads/record/load-record.ts'
import { patentWords } from '../words.ts'
import type { PatentFrame, Person } from './frame.ts'

type Served =
  | 'GET /api/patents/:number/annuities'
  | 'POST /api/patents/:number/payments'
  | 'POST /api/patents/:number/reductions'
  | 'POST /api/patents/:number/open-licences'
  | 'POST /api/patents/:number/restorations'
  | 'POST /api/patents/:number/notes/undo'

/** 年费与期限 of one patent, and what is noted about its fees. */
export function annuityHandlers<Who extends Person>(frame: PatentFrame<Who>): Pick<Handlers<PatentRoutes, Who>, Served> {
  const pageOf = (who: Who, number: string) =>
    annuityPage(frame.db, { region: frame.region, today: frame.clock.today() }, number, (record, county) =>
      mayNote(frame, who, record, county),
    )
  const change = async <Input>({ who, key }: { who: Who; key: string }, act: Act<Input, { id: string }>, input: unknown) => {
    const ran = await frame.act(who, key, act, input)
    return ran.done ? pageOf(who, ran.value.id) : ran
  }
  return {
    'GET /api/patents/:number/annuities': ({ who, params }) => frame.see(who, 'patents.see', () => pageOf(who, params.number)),
    'POST /api/patents/:number/payments': (call) => change(call, notePayment, { ...call.body, ...call.params }),
    'POST /api/patents/:number/reductions': (call) => change(call, noteReduction, { ...call.body, ...call.params }),
    'POST /api/patents/:number/open-licences': (call) => change(call, noteOpenLicence, { ...call.body, ...call.params }),
    'POST /api/patents/:number/restorations': (call) => change(call, noteRestoration, { ...call.body, ...call.params }),
    'POST /api/patents/:number/notes/undo': (call) => change(call, undoNote, { ...call.body, ...call.params }),
  }
}

/** One word stands for the five acts: they are held by the same roles. */
async function mayNote<Who>(
  frame: PatentFrame<Who>,
  who: Who,
  record: LoadedRecord,
  county: number | null,
): Promise<AnnuityPage['may']> {
  const allowed = await frame.may(who, 'patents.note-payment', county)
  if (!allowed.done) {
    const why = sentenceOf({ ...allowed.refusal, act: '登记缴费、费减等情况' } as typeof allowed.refusal, runnerWords as Words)
    return { allowed: false, why }
  }
  return decisionKey(record) === null ? { allowed: false, why: patentWords['no-key']() } : { allowed: true, why: null }
}
