import { locarnoHeading } from '../../../../database/reference/read.ts'
import type { ClassCode } from '../../contract.ts'
import type { RegisterClient } from '../../store/client.ts'
import type { LoadedRecord } from './load-record.ts'

/** The classes of a record with their Chinese titles from the section down, as far as a reference file told them. */
export async function classesOf(client: RegisterClient, { folded }: LoadedRecord): Promise<ClassCode[]> {
  const list = (name: 'ipc' | 'locarno' | 'cpc') => (folded[name]?.value as readonly string[] | undefined) ?? []
  const main = folded.mainIpc?.value as string | undefined
  const ipc = [...new Set([...(main === undefined ? [] : [main]), ...list('ipc')])]
  const codes = [
    ...ipc.map((code) => ({ scheme: 'ipc' as const, code, main: code === (main ?? ipc[0]) })),
    ...list('locarno').map((code, at) => ({ scheme: 'locarno' as const, code, main: ipc.length === 0 && at === 0 })),
    ...list('cpc').map((code) => ({ scheme: 'cpc' as const, code, main: false })),
  ]
  const titles = await classTitles(
    client,
    codes.filter((one) => one.scheme !== 'cpc').flatMap(({ code }) => levelsOf(code)),
  )
  return codes.map((one) => ({
    ...one,
    titles: levelsOf(one.code).flatMap((code) => {
      const title = one.scheme === 'cpc' ? undefined : (titles.get(`${one.scheme} ${code}`) ?? headingOf(one.scheme, code))
      return title === undefined ? [] : [{ code, title }]
    }),
  }))
}

/** Titles kept for these codes, by scheme and code. */
export async function classTitles(client: RegisterClient, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const { rows } = await client.query<{ scheme: string; code: string; title: string }>(
    'select scheme, code, title from patents.class_title where code = any($1::text[])',
    [[...new Set(codes)]],
  )
  return new Map(rows.map((row) => [`${row.scheme} ${row.code}`, row.title]))
}

/** The headings of the Locarno classes stand among the committed lists. */
const headingOf = (scheme: string, code: string): string | undefined =>
  scheme === 'locarno' && /^\d\d$/.test(code) ? (locarnoHeading(code) ?? undefined) : undefined

/** `E01B 3/32` → E, E01, E01B, E01B 3/00, E01B 3/32; `09-03` → 09, 09-03. */
function levelsOf(code: string): string[] {
  if (/^\d/.test(code)) return [...new Set([code.slice(0, 2), code])]
  const group = /^([A-H]\d\d[A-Z]) (\d+)\//.exec(code)
  const whole = group ? [`${group[1]} ${group[2]}/00`, code] : []
  return [...new Set([code.slice(0, 1), code.slice(0, 3), code.slice(0, 4), ...whole].filter(Boolean))]
}
