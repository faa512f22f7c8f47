import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import type { Frame, Handlers } from '#platform/http'
import { decideLikely } from './acts/decide-likely.ts'
import { joinHolders } from './acts/join-holders.ts'
import { separateName } from './acts/separate-name.ts'
import { showName } from './acts/show-name.ts'
import { undoDecision } from './acts/undo-decision.ts'
import type { EnterpriseRoutes, Holder } from './contract.ts'
import { holdersBy } from './reads/holders.ts'
import { likelyPair, likelyPairs } from './reads/likely-pairs.ts'
import { oneHolder } from './reads/one-holder.ts'

export function enterpriseHandlers<Who>(frame: Frame<Who>): Handlers<EnterpriseRoutes, Who> {
  const { db, region } = frame
  const afterwards = async (outcome: Outcome<{ id: string }, Refusal>): Promise<Outcome<Holder, Refusal>> =>
    outcome.done ? oneHolder(db, region, outcome.value.id) : outcome
  return {
    'GET /api/enterprises/holders': ({ who, query }) =>
      frame.see(who, 'enterprises.see', async () =>
        done(await holdersBy(db, region, { ...query, several: query.several === 'true' })),
      ),
    'GET /api/enterprises/holders/:id': ({ who, params }) =>
      frame.see(who, 'enterprises.see', () => oneHolder(db, region, params.id)),
    'POST /api/enterprises/holders/:id/join': async ({ who, key, params, body }) =>
      afterwards(await frame.act(who, key, joinHolders, { ...body, ...params })),
    'POST /api/enterprises/holders/:id/separate': async ({ who, key, params, body }) =>
      afterwards(await frame.act(who, key, separateName, { ...body, ...params })),
    'POST /api/enterprises/holders/:id/shown-name': async ({ who, key, params, body }) =>
      afterwards(await frame.act(who, key, showName, { ...body, ...params })),
    'GET /api/enterprises/likely': ({ who, query }) =>
      frame.see(who, 'enterprises.see', async () => done(await likelyPairs(db, region, query))),
    'POST /api/enterprises/likely/:id/decision': async ({ who, key, params, body }) => {
      const decided = await frame.act(who, key, decideLikely, { ...body, ...params })
      if (!decided.done) return decided
      const pair = await likelyPair(db, region, decided.value.id)
      return pair ? done(pair) : refuse({ code: 'pair-unknown' })
    },
    'POST /api/enterprises/decisions/:id/undo': async ({ who, key, params, body }) => {
      const undone = await frame.act(who, key, undoDecision, { ...body, ...params })
      if (!undone.done) return undone
      const holder = await oneHolder(db, region, undone.value.holder)
      if (!holder.done) return holder
      const pair = undone.value.pair === null ? null : await likelyPair(db, region, undone.value.pair)
      return done({ holder: holder.value, pair })
    },
  }
}
