import { supplyCheckDigit } from '#modules/patents'
import type { CheckRow, Picture, RegisterSaid, Screenshot, Verification } from '../contract.ts'
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
            licensees: [...new Set(entry.licences?.map(({ name }) => name))],
            filedOn: entry.filedOn,
            grantedOn: entry.grantedOn ?? null,
            spans: entry.spans.map(({ from, status, because }) => ({ from, status, because })),
            asOf: entry.asOf,
            source: entry.source ?? null,
          },
  }))

/** A picture as it is kept. */
export type KeptPicture = Screenshot & { readonly takenAt: Date | null; readonly at: Date; readonly by: string }

const screenshotWire = ({ id, kind, fileName, size }: KeptPicture): Screenshot => ({ id, kind, fileName, size })

export const pictureWire = (kept: KeptPicture): Picture => ({
  ...screenshotWire(kept),
  takenAt: kept.takenAt?.toISOString() ?? null,
  by: kept.by,
  at: kept.at.toISOString(),
})

export const verificationWire = (kept: KeptVerification, screenshot: KeptPicture | null): Verification => ({
  id: kept.id,
  result: { ...kept.result, holders: [...kept.result.holders] },
  pasted: kept.pasted,
  screenshot: screenshot === null ? null : screenshotWire(screenshot),
  reason: kept.reason,
  answer: kept.answer,
  by: kept.byName,
  at: kept.at.toISOString(),
})
