import type { Handlers } from '#platform/http'
import type { PatentRoutes } from './contract.ts'
import { annuityHandlers } from './routes/annuities.ts'
import { exportHandlers } from './routes/export.ts'
import type { PatentFrame, Person } from './routes/frame.ts'
import { importHandlers } from './routes/imports.ts'
import { queueHandlers } from './routes/queues.ts'
import { recordHandlers } from './routes/record.ts'
import { savedSearchHandlers } from './routes/saved-searches.ts'
import { searchHandlers } from './routes/search.ts'

export function patentHandlers<Who extends Person>(frame: PatentFrame<Who>): Handlers<PatentRoutes, Who> {
  return {
    ...searchHandlers(frame),
    ...exportHandlers(frame),
    ...recordHandlers(frame),
    ...annuityHandlers(frame),
    ...importHandlers(frame),
    ...queueHandlers(frame),
    ...savedSearchHandlers(frame),
  }
}
