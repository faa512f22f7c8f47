import type { Kysely } from 'kysely'
import type { PlainDate } from '#kernel/time'
import { readPlainDate } from '#kernel/time'
import { answerMarks } from '#modules/mark-checks'
import type { AskedMark, CheckedMark } from '#modules/patents'
import type { Product } from '../product.ts'
import { answerLines, readRequest } from './each-line.ts'
import { answer, BadArguments } from './say.ts'
import { type CommonOptions, withProduct } from './with-product.ts'

interface CheckMarkOptions extends CommonOptions {
  readonly claimed?: string
  readonly made?: string
  readonly seen?: string
  readonly role?: string
  readonly maker?: string
  readonly process?: boolean
  readonly material?: boolean
}

/** `check-mark TEXT`, or `-` for one JSON request a line, all answered from one state of the register. */
export async function checkMarkCommand(text: string, options: CheckMarkOptions): Promise<void> {
  const asked = text === '-' ? null : readAsked({ ...options, text })
  if (typeof asked === 'string') throw new BadArguments(asked)
  await withProduct(options, async (product) => {
    if (asked === null) {
      await eachLine(product, options)
      return undefined
    }
    const [checked] = await answersOf(product.wire.kysely, product, [asked])
    answer(options, wireOf(checked!), linesOf(checked!))
    return undefined
  })
}

async function eachLine(product: Product, given: CheckMarkOptions): Promise<void> {
  // One snapshot: an import that finishes meanwhile changes nothing half-way through.
  const snapshot = await product.wire.kysely
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    await answerLines(async (lines) => {
      const asked = lines.map((line) => readLine(line, given))
      const good = asked.filter((one) => typeof one !== 'string')
      const answers = (await answersOf(snapshot, product, good)).values()
      return asked.map((one) => (typeof one === 'string' ? { error: one } : wireOf(answers.next().value as CheckedMark)))
    })
  } finally {
    await snapshot.rollback().execute()
  }
}

async function answersOf(
  db: Kysely<unknown>,
  { region, clock }: Pick<Product, 'region' | 'clock'>,
  asked: readonly AskedMark[],
): Promise<CheckedMark[]> {
  return (await answerMarks(db, { region, today: clock.today() }, asked)).map((one) => one.answer)
}

function readLine(line: string, given: CheckMarkOptions): AskedMark | string {
  const read = readRequest(line)
  return 'error' in read ? read.error : readAsked({ ...given, ...read.asked })
}

/** The request in the rule's words, or what is wrong with it. */
function readAsked(
  given: Readonly<Record<string, unknown>> | (CheckMarkOptions & { readonly text: string }),
): AskedMark | string {
  const { text, claimed, made, seen, role, maker, process: byProcess, material } = given as Readonly<Record<string, unknown>>
  if (typeof text !== 'string') return '请写明标识内容（text）。'
  if (claimed != null && !(typeof claimed === 'string' && ['invention', 'utility-model', 'design'].includes(claimed)))
    return '标明的类别（claimed）应为invention、utility-model、design之一。'
  if (role != null && role !== 'maker' && role !== 'seller') return '身份（role）应为maker或者seller。'
  if (byProcess != null && typeof byProcess !== 'boolean') return '是否依照专利方法获得（process）应为true或者false。'
  if (material != null && typeof material !== 'boolean') return '是否在材料中（material）应为true或者false。'
  if (maker != null && typeof maker !== 'string') return '生产者（maker）应为名称。'
  const [madeOn, seenOn] = [dayOf(made), dayOf(seen)]
  if (madeOn === null) return '生产日期（made）请按 2026-11-22 的格式填写。'
  if (seenOn === null) return '发现日期（seen）请按 2026-11-22 的格式填写。'
  return {
    text,
    claimed: (claimed as AskedMark['claimed']) ?? undefined,
    madeOn,
    seenOn,
    role: (role as AskedMark['role']) ?? undefined,
    maker: (maker as string | null | undefined) ?? undefined,
    process: byProcess === true,
    printedOn: material === true ? 'material' : undefined,
  }
}

/** Undefined where none is given, null where it is no day. */
const dayOf = (value: unknown): PlainDate | null | undefined =>
  value === undefined || value === null ? undefined : typeof value === 'string' ? readPlainDate(value) : null

function wireOf({ each, ...answered }: CheckedMark): object {
  const { canonical, right, checkDigit, outcome, clause, sentence, next } = answered
  const one = { canonical, right, checkDigit, outcome, clause, sentence, next }
  if (each.length < 2) return one
  return { ...one, each: each.map(({ row: _, ...rest }) => rest) }
}

function linesOf({ sentence, clause, next }: CheckedMark): string[] {
  return [sentence, ...(clause === null ? [] : [`依据：${clause}`]), `下一步：${next}`]
}
