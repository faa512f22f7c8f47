import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { gazetteer } from '#modules/regions'
import { defineAct } from '#platform/acts'
import { DecideCounty, UndoDecision } from '../contract.ts'
import { decisionKey } from '../reads/record/decision-key.ts'
import { loadRecord } from '../reads/record/load-record.ts'
import { upToDateOn } from '../reads/record/version.ts'
import { called, decidedAbout, lockedRegister, placeOfRecord, sourceIn, takeBack, writeDecision } from './deciding.ts'

const path = { number: z.string().max(64) }
/** What the county follows from. */
const concerned = ['address', 'province', 'city', 'county', 'creditCode', 'decidedPlace'] as const

/** 核定县市: the record stands with this county, or with the prefecture itself. Refuses patent-unknown, county-unknown, stale, no-key. */
export const decideCounty = defineAct({
  word: 'patents.decide-county',
  label: '核定县市',
  part: '专利台账',
  input: DecideCounty.extend(path),
  place: (context, input) => placeOfRecord(context, input.number),
  run: async (context, input) => {
    const client = await lockedRegister(context)
    const loaded = await loadRecord(client, context.region, input.number)
    if (!loaded.done) return loaded
    const record = loaded.value
    const county =
      input.county === null ? null : gazetteer(context.region).counties.find((one) => String(one.code) === input.county)
    if (county === undefined) return refuse({ code: 'county-unknown' })
    const fresh = upToDateOn(record, input.version, concerned)
    if (!fresh.done) return fresh
    const key = decisionKey(record)
    if (key === null) return refuse({ code: 'no-key' })
    const id = await writeDecision(context, client, {
      fields: { decidedPlace: county?.code ?? context.region, joins: [key] },
      // A county is the office's own finding, from whatever it was found.
      publishable: true,
      subject: 'county',
      reason: input.reason,
      instead: decidedAbout(record, 'county'),
    })
    const { title, label } = called(record)
    return done({
      reply: { id },
      subject: { kind: 'patent', id, label: title },
      sentence: `将${label}的所属县市核定为${county?.name ?? '州本级'}，理由：${input.reason}`,
      facts: { county: input.county },
    })
  },
})

/** 撤销县市核定: address, credit code and the sources' words decide again. Refuses patent-unknown, decision-unknown, stale. */
export const undoCounty = defineAct({
  word: 'patents.undo-county',
  label: '撤销县市核定',
  part: '专利台账',
  input: UndoDecision.extend(path),
  place: (context, input) => placeOfRecord(context, input.number),
  run: async (context, input) => {
    const client = await lockedRegister(context)
    const loaded = await loadRecord(client, context.region, input.number)
    if (!loaded.done) return loaded
    const record = loaded.value
    const away = decidedAbout(record, 'county')
    if (away.length === 0) return refuse({ code: 'decision-unknown' })
    const fresh = upToDateOn(record, input.version, concerned)
    if (!fresh.done) return fresh
    const id = await takeBack(context, client, away, sourceIn(record))
    const { title, label } = called(record)
    return done({
      reply: { id },
      subject: { kind: 'patent', id, label: title },
      sentence: `撤销对${label}所属县市的核定，理由：${input.reason}`,
    })
  },
})
