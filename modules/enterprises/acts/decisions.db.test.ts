import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { someHolders } from '../testing/holders.ts'
import { decideLikely } from './decide-likely.ts'
import { joinHolders } from './join-holders.ts'
import { separateName } from './separate-name.ts'
import { showName } from './show-name.ts'
import { undoDecision } from './undo-decision.ts'

let office: Awaited<ReturnType<typeof someHolders>>
beforeAll(async () => {
  office = await someHolders()
})
beforeEach(() => office.empty())
afterAll(() => office.close())

const [wide, narrow] = ['临夏演示（集团）有限公司', '临夏演示(集团)有限公司']
const [limited, liability] = ['临夏演示牧业有限公司', '临夏演示牧业有限责任公司']
const branch = '临夏演示牧业有限公司永靖分公司'
const reason = '演示：经核对营业执照'

/** Everything about names, holders and pairs as it stands, ids and all. */
const everything = async () => {
  const { rows } = await office.database.app.pool.query(
    `select (select json_agg(h order by id) from enterprises.holder h where names > 0) as holders,
            (select json_agg(n order by id) from enterprises.holder_name n) as names,
            (select json_agg(l order by id) from enterprises.likely l where one_holder <> other_holder) as pairs`,
  )
  return rows[0]
}
const lastSentence = async () => {
  const { rows } = await office.database.app.pool.query(
    `select detail->>'sentence' as sentence from trail.entry join trail.detail using (region_code, n) order by n desc limit 1`,
  )
  return rows[0].sentence as string
}
const namesOf = async (name: string) => (await office.pageOf(name)).names.map((one) => one.name)
const undo = async (name: string) => {
  const page = await office.pageOf(name)
  return office.run(undoDecision, { id: page.decisions[0]!.id, reason: '演示：核定有误', version: page.version })
}

describe('separating a name', () => {
  it('that the rules had unified keeps it apart from then on, until that is undone', async () => {
    await office.take([wide, narrow])
    const before = await everything()
    const { id, version } = await office.pageOf(wide)
    expect(await office.run(separateName, { id, name: narrow, reason, version })).toMatchObject({ done: true })
    expect(await lastSentence()).toBe(`将名称“${narrow}”从权利人“${wide}”中分开，理由：${reason}`)
    expect(await namesOf(wide)).toEqual([wide])
    expect((await office.pageOf(narrow)).names).toMatchObject([{ name: narrow, how: 'hand', why: reason, keptApart: true }])
    // The rules leave it alone, and another spelling goes to the one that was not set apart.
    expect(await office.take([wide, narrow, '临夏演示〔集团〕有限公司'])).toMatchObject({ learnt: 1, unified: 1, likely: 0 })
    expect(await namesOf(wide)).toEqual([wide, '临夏演示〔集团〕有限公司'])
    expect(await namesOf(narrow)).toEqual([narrow])
    expect(await office.queue()).toEqual([])
    await office.database.owner.pool.query(
      `delete from enterprises.name_block where name_id = (select max(id) from enterprises.holder_name)`,
    )
    await office.database.owner.pool.query(`delete from enterprises.holder_name where name = '临夏演示〔集团〕有限公司'`)
    expect(await undo(wide)).toMatchObject({ done: true })
    expect(await everything()).toEqual(before)
  })

  it('is refused of a holder’s only name, of a name elsewhere, and to who looked too early', async () => {
    await office.take([wide, narrow, limited])
    const { id, version } = await office.pageOf(wide)
    const other = await office.pageOf(limited)
    const ask = (input: object) => office.run(separateName, { id, name: narrow, reason, version, ...input })
    expect(await ask({ id: other.id, name: limited })).toMatchObject({ refusal: { code: 'only-name' } })
    expect(await ask({ name: limited })).toMatchObject({ refusal: { code: 'name-not-here' } })
    expect(await ask({ id: 'nobody' })).toMatchObject({ refusal: { code: 'holder-unknown' } })
    expect(await ask({ reason: ' ' })).toMatchObject({ refusal: { code: 'input-invalid' } })
    expect(await office.run(showName, { id, name: narrow, version })).toMatchObject({ done: true })
    expect(await ask({})).toMatchObject({ refusal: { code: 'stale', changes: [expect.stringContaining('显示名称')] } })
  })
})

describe('joining two holders', () => {
  it('moves every name with the reason, and back when undone', async () => {
    await office.take([limited, liability, wide, narrow])
    const before = await everything()
    const [into, other] = [await office.pageOf(limited), await office.pageOf(wide)]
    const ask = (id: string, version: string) =>
      office.run(joinHolders, { id, other: other.id, otherVersion: other.version, reason, version })
    expect(await ask(into.id, into.version)).toMatchObject({ done: true })
    expect(await lastSentence()).toBe(`将权利人“${wide}”的2个名称并入“${limited}”，理由：${reason}`)
    const joined = await office.pageOf(narrow)
    expect(joined).toMatchObject({ id: into.id, decisions: [{ kind: 'joined', reason, by: '测试员' }] })
    expect(joined.decisions[0]!.sentence).toBe(`将“${wide}”、“${narrow}”并入本权利人。`)
    expect(joined.names.map(({ how }) => how)).toEqual(['first', 'hand', 'hand'])
    expect(await ask(into.id, joined.version)).toMatchObject({ refusal: { code: 'holder-unknown' } })
    expect(
      await office.run(joinHolders, { id: into.id, other: into.id, otherVersion: '0', reason, version: joined.version }),
    ).toMatchObject({ refusal: { code: 'same-holder' } })
    expect(await undo(limited)).toMatchObject({ done: true })
    expect(await lastSentence()).toBe(`撤销权利人“${wide}”与“${limited}”的合并核定，理由：演示：核定有误`)
    expect(await everything()).toEqual(before)
  })

  it('is undone from the last to the first, and takes back the spellings that came meanwhile', async () => {
    await office.take([limited, wide, branch])
    const join = async (one: string, other: string) => {
      const [into, from] = [await office.pageOf(one), await office.pageOf(other)]
      const joined = await office.run(joinHolders, {
        id: into.id,
        other: from.id,
        otherVersion: from.version,
        reason,
        version: into.version,
      })
      expect(joined).toMatchObject({ done: true })
      return (await office.pageOf(one)).decisions[0]!.id
    }
    const first = await join(limited, wide)
    const second = await join(branch, limited)
    await office.take([narrow])
    expect(await namesOf(branch)).toEqual([limited, wide, branch, narrow])
    const { version } = await office.pageOf(branch)
    const ask = (id: string) => office.run(undoDecision, { id, reason, version: String(Number(version) + 9) })
    expect(await ask(first)).toMatchObject({ refusal: { code: 'moved-since' } })
    expect(await ask(second)).toMatchObject({ done: true })
    expect(await ask(second)).toMatchObject({ refusal: { code: 'decision-unknown' } })
    expect(await namesOf(branch)).toEqual([branch])
    expect(await ask(first)).toMatchObject({ done: true })
    expect([await namesOf(limited), await namesOf(wide)]).toEqual([[limited], [wide, narrow]])
  })
})

describe('the queue 名称疑似相同', () => {
  it('asks once, and again when the decision is undone', async () => {
    await office.take([limited, liability])
    const before = await everything()
    for (const decision of ['apart', 'joined'] as const) {
      const [pair] = await office.queue()
      expect(pair).toMatchObject({
        why: '字号和行业相同，组织形式不同（有限公司、有限责任公司），请核定是否为同一主体。',
        sides: [{ name: limited }, { name: liability }],
        decision: null,
      })
      const { id, version } = pair!
      expect(await office.run(decideLikely, { id, decision, reason, version })).toMatchObject({ done: true })
      expect(await office.queue()).toEqual([])
      expect(await namesOf(limited)).toEqual(decision === 'joined' ? [limited, liability] : [limited])
      const again = await office.pageOf(limited)
      expect(await office.run(decideLikely, { id, decision, reason, version: again.version })).toMatchObject({
        refusal: { code: 'pair-decided' },
      })
      expect(await undo(limited)).toMatchObject({ done: true, value: { pair: id } })
      expect(await everything()).toEqual(before)
    }
    expect(await office.run(decideLikely, { id: 'none', decision: 'apart', reason, version: '0' })).toMatchObject({
      refusal: { code: 'pair-unknown' },
    })
  })

  it('keeps the name of the holder with more names, however short the other one is', async () => {
    const firm = '临夏演示食品有限公司'
    await office.take([`${firm}（曾用名：临夏演示食品厂）`, firm, '临夏演示食品厂'])
    const { id, version } = (await office.queue())[0]!
    await office.run(decideLikely, { id, decision: 'joined', reason, version })
    expect(await office.pageOf('临夏演示食品厂')).toMatchObject({ name: firm, names: { length: 3 } })
    await office.take([`${firm}。`])
    expect(await office.pageOf('临夏演示食品厂')).toMatchObject({ name: firm, names: { length: 4 } })
  })

  it('does not ask again about two that are not one when another spelling of them comes', async () => {
    await office.take([limited, liability])
    const { id, version } = (await office.queue())[0]!
    await office.run(decideLikely, { id, decision: 'apart', reason, version })
    expect(await office.take(['临夏演示 牧业有限公司', '临夏演示牧业(有限责任公司)'])).toMatchObject({ unified: 2, likely: 0 })
    expect(await office.queue()).toEqual([])
  })
})

describe('the name shown', () => {
  it('is a person’s choice until it is given back to the rule', async () => {
    await office.take([narrow])
    const choose = async (name: string | null) => {
      const { id, version } = await office.pageOf(narrow)
      return office.run(showName, { id, name, version })
    }
    expect(await choose(narrow)).toMatchObject({ done: true })
    await office.take([wide])
    expect(await office.pageOf(wide)).toMatchObject({ name: narrow, nameByHand: true })
    expect(await choose('演示')).toMatchObject({ refusal: { code: 'name-not-here' } })
    expect(await choose(null)).toMatchObject({ done: true })
    expect(await office.pageOf(wide)).toMatchObject({ name: wide, nameByHand: false })
  })
})
