import { randomUUID } from 'node:crypto'
import { done } from '#kernel/outcome'
import type { Handlers } from '#platform/http'
import { noteExport } from '../acts/saved-searches.ts'
import type { PatentRoutes } from '../contract.ts'
import { exportBook } from '../reads/export.ts'
import { answerBook } from './answer-book.ts'
import type { PatentFrame, Person } from './frame.ts'

type Served = 'GET /api/patents/export.xlsx'

export function exportHandlers<Who extends Person>(frame: PatentFrame<Who>): Pick<Handlers<PatentRoutes, Who>, Served> {
  const { region, search, clock } = frame
  return {
    'GET /api/patents/export.xlsx': ({ who, query, reply }) =>
      frame.see(who, 'patents.export', async () => {
        const exported = exportBook({ search, region, today: clock.today(), who: who.name }, query)
        if (!exported.done) return exported
        const noted = await frame.act(who, randomUUID(), noteExport, query)
        if (!noted.done) return noted
        await answerBook(reply, exported.value.name, exported.value.book)
        return done(undefined)
      }),
  }
}
