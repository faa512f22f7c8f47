import { resolve } from 'node:path'
import { refuse } from '#kernel/outcome'
import { readPlainDate } from '#kernel/time'
import { annuityOf } from '#modules/patents'
import { openProduct } from '../product.ts'
import { type Asked, annuityLines, type Register } from './annuity-answer.ts'
import { defaultDataDir } from './default-folder.ts'
import { answer, BadArguments } from './say.ts'
import { type CommonOptions, withProduct } from './with-product.ts'

const noDay = '日期请按 2026-11-22 的格式填写。'

/** `annuity NUMBER [--on DATE]`: what is to be paid next on that day, as the register knows today. */
export async function annuityCommand(number: string, options: CommonOptions & { readonly on?: string }): Promise<void> {
  const on = options.on === undefined ? undefined : readPlainDate(options.on)
  if (on === null) throw new BadArguments(noDay)
  await withProduct(options, async (product) => {
    const came = await annuityOf(product.wire.kysely, { region: product.region, today: on ?? product.clock.today() }, number)
    if (!came.done) return came
    answer(options, came.value, annuityLines(came.value))
    return undefined
  })
}

/** The register for a batch: opened once, read in one state of it. Where the data cannot be opened every line says so. */
export async function openRegister(given: Asked): Promise<Register> {
  const opened = await openProduct({ dataDir: resolve(typeof given.data === 'string' ? given.data : defaultDataDir) })
  if (!opened.done) return { ask: async () => opened, close: async () => {} }
  const product = opened.value
  const snapshot = await product.wire.kysely
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  return {
    ask: async (number, on) => {
      const day = on === undefined || on === null ? product.clock.today() : readPlainDate(String(on))
      if (day === null) return refuse({ code: 'bad-request', sentence: noDay } as const)
      return annuityOf(snapshot, { region: product.region, today: day }, number)
    },
    close: async () => {
      await snapshot.rollback().execute()
      await product.close()
    },
  }
}
