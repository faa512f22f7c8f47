import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { type ActContext, defineAct, upToDate } from '#platform/acts'
import { forgetRows, type KeptRowSet, keepRows, removeRows } from '#platform/row-sets'
import { SaveSearch, SearchFilter } from '../contract.ts'
import { filterInWords } from '../reads/filter-words.ts'
import { rowsLookedAt } from '../reads/saved/looked-at.ts'
import { readFilter } from '../reads/search/index.ts'
import { savedSearchBy } from '../store/saved-searches.ts'

const part = '专利台账'
const looked = z.object({ id: z.string().max(64), version: z.string() })
const subjectOf = ({ id, name }: { id: string; name: string }) => ({ kind: 'saved-search', id, label: name })
const ownerOf = ({ actor }: ActContext) => actor.id ?? actor.via

/** More rows than this are nobody's list, and would be held by the database for each search that is saved. */
const mostRows = 100_000

/** 保存检索: the condition, and the rows found today to compare with later. Refuses name-taken, search-too-broad and what the search refuses. */
export const saveSearch = defineAct({
  word: 'patents.search.save',
  label: '保存检索',
  part,
  input: SaveSearch,
  run: async (context, input) => {
    const { tx, region } = context
    const taken = await sql`
      select from patents.saved_search
      where region_code = ${region} and person_id = ${ownerOf(context)} and name = ${input.name} and deleted_at is null`.execute(
      tx,
    )
    if (taken.rows.length > 0) return refuse({ code: 'name-taken', name: input.name })
    const kept = await keepFound(context, input.filter)
    if (!kept.done) return kept
    const id = uuidv7()
    await sql`
      insert into patents.saved_search (region_code, id, person_id, name, filter, row_set_id)
      values (${region}, ${id}, ${ownerOf(context)}, ${input.name}, ${JSON.stringify(input.filter)}, ${kept.value.id})`.execute(
      tx,
    )
    return done({
      reply: { id },
      subject: subjectOf({ id, name: input.name }),
      sentence: `保存检索“${input.name}”（${filterInWords(input.filter, region)}），当前${kept.value.count}件`,
      facts: { count: kept.value.count, digest: kept.value.digest },
    })
  },
})

/** 以本次结果为准: the rows found today take the place of those kept. Refuses search-unknown, stale, search-too-broad. */
export const keepSearch = defineAct({
  word: 'patents.search.keep',
  label: '以本次结果为准',
  part,
  input: looked,
  run: async (context, input) => {
    const { tx, region } = context
    const found = await own(context, input)
    if (!found.done) return found
    const kept = await keepFound(context, found.value.filter)
    if (!kept.done) return kept
    await sql`
      update patents.saved_search set row_set_id = ${kept.value.id}
      where region_code = ${region} and id = ${input.id}`.execute(tx)
    await removeRows(tx, region, found.value.rowSet)
    return done({
      reply: { id: input.id },
      subject: subjectOf(found.value),
      sentence: `将检索“${found.value.name}”的比较基准更新为本次结果，共${kept.value.count}件`,
      facts: { count: kept.value.count, digest: kept.value.digest },
    })
  },
})

/** 删除保存的检索. Refuses search-unknown, stale. */
export const deleteSearch = defineAct({
  word: 'patents.search.delete',
  label: '删除保存的检索',
  part,
  input: looked,
  run: async (context, input) => {
    const { tx, region, now } = context
    const found = await own(context, input)
    if (!found.done) return found
    await sql`update patents.saved_search set deleted_at = ${now} where region_code = ${region} and id = ${input.id}`.execute(tx)
    await forgetRows(tx, region, found.value.rowSet)
    return done({ reply: { id: input.id }, subject: subjectOf(found.value), sentence: `删除保存的检索“${found.value.name}”` })
  },
})

/** 导出检索结果: the file itself is read and written outside; who took what out stands in the trail. */
export const noteExport = defineAct({
  word: 'patents.search.export',
  label: '导出检索结果',
  part,
  input: SearchFilter,
  run: async ({ region }, input) => done({ reply: {}, subject: null, sentence: `导出专利台账：${filterInWords(input, region)}` }),
})

async function own(context: ActContext, input: z.output<typeof looked>) {
  const { tx, region } = context
  if (/^[0-9a-f-]{36}$/.test(input.id))
    await sql`select from patents.saved_search where region_code = ${region} and id = ${input.id} for update`.execute(tx)
  const found = await savedSearchBy(tx, region, ownerOf(context), input.id)
  if (!found.done) return found
  const current = await upToDate(context, { kind: 'saved-search', id: input.id }, input.version)
  return current.done ? found : current
}

async function keepFound({ tx, region }: ActContext, filter: SearchFilter): Promise<Outcome<KeptRowSet, Refusal>> {
  const request = readFilter(filter, region, 'office')
  if (!request.done) return request
  const kept = await keepRows(tx, region, rowsLookedAt(tx, request.value, mostRows + 1))
  return kept.count > mostRows ? refuse({ code: 'search-too-broad', most: mostRows } as Refusal) : done(kept)
}
