import { supplyCheckDigit } from '#modules/patents'
import type { CheckRow, RegisterSaid, Verification } from '../contract.ts'
import type { KeptCheck, KeptVerification } from '../store/checks.ts'

type Row = Pick<KeptCheck, 'id' | 'state' | 'asked' | 'canonical' | 'outcome' | 'answer' | 'county' | 'byName' | 'madeAt'>

export function rowWire(kept: Row, verified: CheckRow['verifiedOutcome'], sentence = kept.answer.sentence): CheckRow {
  return {
    id: kept.id,
    state: kept.state,
    text: kept.asked.text,
    canonical: kept.canonical,
    outcome: kept.outcome,
    verifiedOutcome: verified,
    sentence,
    county: kept.county === null ? null : String(kept.county),
    by: kept.byName,
    madeAt: kept.madeAt.toISOString(),
  }
}

export const registerWire = (register: KeptCheck['register']): RegisterSaid[] =>
  register.map(([key, entry]) => ({
    number: entry?.number ?? (/^(?:\d{8}|\d{12})$/.test(key) ? supplyCheckDigit(key) : key),
    entry:
      entry === null
        ? null
        : {
            holders: [...entry.holders],
            filedOn: entry.filedOn,
            grantedOn: entry.grantedOn ?? null,
            spans: entry.spans.map(({ from, status, because }) => ({ from, status, because })),
            asOf: entry.asOf,
            source: entry.source ?? null,
          },
  }))

export const verificationWire = (kept: KeptVerification, screenshot: Verification['screenshot']): Verification => ({
  id: kept.id,
  result: { ...kept.result, holders: [...kept.result.holders] },
  pasted: kept.pasted,
  screenshot,
  reason: kept.reason,
  answer: kept.answer,
  by: kept.byName,
  at: kept.at.toISOString(),
})
