import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import type { Frame, Handlers } from '#platform/http'
import { addUnit } from './acts/add-unit.ts'
import { closeUnit } from './acts/close-unit.ts'
import { renameUnit } from './acts/rename-unit.ts'
import { setSeries } from './acts/set-series.ts'
import type { Unit, UnitRoutes } from './contract.ts'
import { unitsOn } from './reads/units.ts'

export function unitHandlers<Who>(frame: Frame<Who>): Handlers<UnitRoutes, Who> {
  const { db, region, clock } = frame
  const afterwards = async (outcome: Outcome<{ id: string }, Refusal>): Promise<Outcome<Unit, Refusal>> => {
    if (!outcome.done) return outcome
    const [unit] = await unitsOn(db, region, clock.today(), { id: outcome.value.id })
    return unit ? done(unit) : refuse({ code: 'not-found' })
  }
  return {
    'GET /api/units': ({ who, query }) =>
      frame.see(who, 'units.see', async () => {
        const on = plainDate(query.on ?? clock.today())
        return done({ on, units: await unitsOn(db, region, on, { closed: query.closed === 'true' }) })
      }),
    'POST /api/units': async ({ who, key, body }) => afterwards(await frame.act(who, key, addUnit, body)),
    'POST /api/units/:id/rename': async ({ who, key, params, body }) =>
      afterwards(await frame.act(who, key, renameUnit, { ...body, ...params })),
    'POST /api/units/:id/close': async ({ who, key, params, body }) =>
      afterwards(await frame.act(who, key, closeUnit, { ...body, ...params })),
    'POST /api/units/:id/series': async ({ who, key, params, body }) =>
      afterwards(await frame.act(who, key, setSeries, { ...body, ...params })),
  }
}
