import { type Kysely, sql } from 'kysely'

/** A classification code in the form of the register (`E01B 3/32`, `09-03`) with its Chinese title. */
export interface ClassTitle {
  readonly code: string
  readonly title: string
}

const bundle = 2000

/** Keeps the titles of a reference file, in the transaction of its act; a code's earlier title gives way. Answers with how many there were. */
export async function keepClassTitles(
  tx: Kysely<unknown>,
  titles: Iterable<ClassTitle> | AsyncIterable<ClassTitle>,
  source: string,
): Promise<number> {
  let kept = 0
  const keep = async (some: ReadonlyMap<string, string>) => {
    await sql`
      insert into patents.class_title (scheme, code, title, source)
      select case when code ~ '^[0-9]' then 'locarno' else 'ipc' end, code, title, ${source}
      from unnest(${[...some.keys()]}::text[], ${[...some.values()]}::text[]) as given(code, title)
      on conflict (scheme, code) do update set title = excluded.title, source = excluded.source`.execute(tx)
    kept += some.size
  }
  let some = new Map<string, string>()
  for await (const { code, title } of titles) {
    some.set(code, title)
    if (some.size < bundle) continue
    await keep(some)
    some = new Map()
  }
  if (some.size > 0) await keep(some)
  return kept
}
