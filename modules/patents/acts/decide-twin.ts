import { sql } from 'kysely'
import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { type ActContext, defineAct, upToDate } from '#platform/acts'
import { DecideTwin, UndoDecision } from '../contract.ts'
import { loadRecords } from '../reads/record/load-record.ts'
import { joinsBoth, pairBy, type TwinPair } from '../reads/twins.ts'
import type { RegisterClient } from '../store/client.ts'
import { called, lockedRegister, takeBack, writeDecision } from './deciding.ts'

const path = { id: z.string().max(64) }

/** 核定疑似重复: two records are one right, or are not. Refuses twin-unknown, already-decided, stale. */
export const decideTwin = defineAct({
  word: 'patents.decide-twin',
  label: '核定疑似重复',
  part: '专利台账',
  input: DecideTwin.extend(path),
  run: async (context, input) => {
    const client = await lockedRegister(context)
    const pair = await pairBy(client, context.region, input.id)
    if (pair === null) return refuse({ code: 'twin-unknown' })
    if (pair.decision !== null) return refuse({ code: 'already-decided' })
    // A file that bears both numbers has joined them meanwhile.
    if (pair.first === pair.second) return refuse({ code: 'twin-unknown' })
    const fresh = await upToDate(context, { kind: 'twin', id: pair.id }, input.version)
    if (!fresh.done) return fresh
    const labels = await labelsOf(context, client, pair)
    if (input.decision === 'join') {
      await writeDecision(context, client, {
        fields: { joins: [pair.firstKey, pair.secondKey] },
        publishable: true,
        subject: `twin:${pair.id}`,
        reason: input.reason,
        instead: [],
      })
    }
    await mark(context, pair.id, input.decision === 'join' ? 'joined' : 'not-same')
    return done({
      reply: { id: pair.id },
      subject: { kind: 'twin', id: pair.id, label: labels },
      sentence: `核定${labels}${input.decision === 'join' ? '为同一件专利，合并' : '不是同一件专利'}，理由：${input.reason}`,
      facts: { decision: input.decision, first: pair.first, second: pair.second },
    })
  },
})

/** 撤销疑似重复的核定: the pair is open again, and what was joined parts. Refuses twin-unknown, decision-unknown, stale. */
export const undoTwin = defineAct({
  word: 'patents.undo-twin',
  label: '撤销疑似重复的核定',
  part: '专利台账',
  input: UndoDecision.extend(path),
  run: async (context, input) => {
    const client = await lockedRegister(context)
    const pair = await pairBy(client, context.region, input.id)
    if (pair === null) return refuse({ code: 'twin-unknown' })
    if (pair.decision === null) return refuse({ code: 'decision-unknown' })
    const fresh = await upToDate(context, { kind: 'twin', id: pair.id }, input.version)
    if (!fresh.done) return fresh
    if (pair.decision === 'joined') {
      const [record] = await loadRecords(client, context.region, [pair.first])
      const away = record!.observations.filter((one) => joinsBoth(one, pair))
      if (away.length > 0) await takeBack(context, client, away, away[0]!)
    }
    await mark(context, pair.id, null)
    const labels = await labelsOf(context, client, (await pairBy(client, context.region, pair.id))!)
    return done({
      reply: { id: pair.id },
      subject: { kind: 'twin', id: pair.id, label: labels },
      sentence: `撤销对${labels}是否为同一件专利的核定，理由：${input.reason}`,
    })
  },
})

async function mark({ tx, region }: ActContext, id: string, decision: 'joined' | 'not-same' | null): Promise<void> {
  await sql`update patents.twin set decision = ${decision} where region_code = ${region} and id = ${id}`.execute(tx)
}

async function labelsOf({ region }: ActContext, client: RegisterClient, { first, second }: TwinPair): Promise<string> {
  const records = await loadRecords(client, region, [...new Set([first, second])])
  return records.map((record) => called(record).label).join('与')
}
