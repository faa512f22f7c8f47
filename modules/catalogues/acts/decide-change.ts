import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { type ActContext, defineAct } from '#platform/acts'
import { dayInShanghai } from '#platform/clock'
import { SignChange } from '../contract.ts'
import { standingEntries, standOf } from '../reads/entries.ts'
import type { Shelf } from '../shelf.ts'
import { type ChangeRow, changesBy, type DeedWritten, setState, writeDeed } from '../store/changes.ts'
import { lockCatalogue, putInForce, scanBy } from '../store/versions.ts'
import { changeFor, part, subjectOf } from './change-for.ts'
import { changeSentence } from './sentences.ts'

const looked = { id: z.string().max(64), version: z.string() }
const reason = z.string().trim().min(1).max(500)

/** 批准: by another person than who proposed. Refuses change-unknown, stale, not-in-this-state, same-person, entry-changed-since. */
export const approveChangeOn = (shelf: Shelf) =>
  defineAct({
    word: 'catalogues.approve',
    label: '批准目录变更',
    part,
    secondPerson: true,
    input: z.object(looked),
    run: async (context, input) => {
      const change = await changeFor(context, 'approve', input)
      if (!change.done) return change
      return inForce(context, shelf, change.value, { act: 'approve' }, (said) => `批准${said}`)
    },
  })

/**
 * 录入纸质审批: a superior signed on paper; another hand than the proposer's enters it with the scan. Refuses what approving
 * refuses, and scan-missing, scan-unknown, signed-late.
 */
export const signChangeOn = (shelf: Shelf) =>
  defineAct({
    word: 'catalogues.sign',
    label: '录入目录变更的纸质审批',
    part,
    secondPerson: true,
    input: SignChange.extend({ id: looked.id }),
    run: async (context, input) => {
      const { signedBy } = input
      const change = await changeFor(context, 'sign', input, { signedBy, ...(input.scan ? { scan: input.scan } : {}) })
      if (!change.done) return change
      const signedOn = plainDate(input.signedOn)
      if (signedOn > context.today) return refuse({ code: 'signed-late', today: context.today })
      const scan = input.scan ?? ''
      if ((await scanBy(context.tx, context.region, scan)) === null) return refuse({ code: 'scan-unknown' })
      return inForce(
        context,
        shelf,
        change.value,
        { act: 'sign', signedBy, signedOn, scan },
        (said) => `录入纸质审批（${signedBy}于${signedOn}签批，扫描件SHA-256 ${scan.slice(0, 16)}…）：批准${said}`,
      )
    },
  })

/** 退回: with the reason, to who proposed. Refuses change-unknown, stale, not-in-this-state, same-person. */
export const returnChangeOn = (shelf: Shelf) =>
  defineAct({
    word: 'catalogues.return',
    label: '退回目录变更',
    part,
    secondPerson: true,
    input: z.object({ ...looked, reason }),
    run: (context, input) => turnDown(context, shelf, 'return', input),
  })

/** 撤回: by who proposed. Refuses change-unknown, stale, not-in-this-state, not-proposer. */
export const withdrawChangeOn = (shelf: Shelf) =>
  defineAct({
    word: 'catalogues.withdraw',
    label: '撤回目录变更',
    part,
    input: z.object({ ...looked, reason }),
    run: (context, input) => turnDown(context, shelf, 'withdraw', input),
  })

async function turnDown(
  context: ActContext,
  shelf: Shelf,
  act: 'return' | 'withdraw',
  input: { readonly id: string; readonly version: string; readonly reason: string },
) {
  const found = await changeFor(context, act, input)
  if (!found.done) return found
  const change = found.value
  const catalogue = shelf.named(change.catalogue)
  if (!catalogue.done) return catalogue
  await setState(context, change.id, act === 'return' ? 'returned' : 'withdrawn')
  await writeDeed(context, change.id, { act, reason: input.reason })
  const verb = act === 'return' ? '退回' : '撤回'
  return done({
    reply: { id: change.id },
    subject: subjectOf(change),
    sentence: `${verb}${changeSentence(catalogue.value, change)}，理由：${input.reason}`,
  })
}

/** The change stands from here on, if the entry is still what it was held against; who listens hears it in the same transaction. */
async function inForce(
  context: ActContext,
  shelf: Shelf,
  change: ChangeRow,
  deed: DeedWritten,
  sentence: (said: string) => string,
) {
  const catalogue = shelf.named(change.catalogue)
  if (!catalogue.done) return catalogue
  await lockCatalogue(context, change.catalogue)
  const standing = await standingEntries(context.tx, context.region, catalogue.value)
  if (standOf(standing, change.after.id) !== change.standsOn) {
    return refuse({ code: 'entry-changed-since', by: await approvedSince(context, change) })
  }
  await putInForce(context, change.catalogue, change.id)
  await writeDeed(context, change.id, deed)
  await context.announce({
    fact: 'catalogue-changed',
    catalogue: change.catalogue,
    entry: change.after.id,
    change: change.id,
    title: change.title,
  })
  return done({
    reply: { id: change.id },
    subject: subjectOf(change),
    sentence: sentence(changeSentence(catalogue.value, change)),
    facts: { catalogue: change.catalogue, entry: change.after.id, change: change.id },
  })
}

/** Who approved the change that came first, and on which day. */
async function approvedSince({ tx, region }: ActContext, change: ChangeRow): Promise<string | null> {
  const others = await changesBy(tx, region, { catalogue: change.catalogue, entry: change.after.id, state: 'in-force' })
  const last = others.map((one) => one.deeds.at(-1)).sort((a, b) => Number(b?.at) - Number(a?.at))[0]
  return last ? `${last.byName}于${dayInShanghai(last.at)}批准` : null
}
