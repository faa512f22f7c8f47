import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import type { Act } from '#platform/acts'
import type { Frame, Handlers } from '#platform/http'
import type { TrailVerdict } from '#platform/trail'
import { approveErasure, proposeErasure, returnErasure, withdrawErasure } from './acts/erasures.ts'
import type { AuditRoutes, Erasure } from './contract.ts'
import { erasures } from './reads/erasures.ts'
import { trailActors, trailEntries } from './reads/trail.ts'

export interface AuditFrame<Who> extends Frame<Who> {
  readonly acts: readonly Pick<Act<never, never>, 'word' | 'label'>[]
  readonly verify: () => Promise<TrailVerdict>
}

export function auditHandlers<Who extends { readonly id: string }>(frame: AuditFrame<Who>): Handlers<AuditRoutes, Who> {
  const labels = new Map(frame.acts.map((act) => [act.word, act.label]))
  const labelOf = (word: string) => labels.get(word) ?? word
  const { db, region } = frame
  const afterwards = async (who: Who, ran: Outcome<{ id: string }, Refusal>): Promise<Outcome<Erasure, Refusal>> => {
    if (!ran.done) return ran
    const erasure = (await erasures(db, region, who.id)).find(({ id }) => id === ran.value.id)
    return erasure ? done(erasure) : refuse({ code: 'erasure-unknown' })
  }
  return {
    'GET /api/audit/trail': ({ who, query }) =>
      frame.see(who, 'audit.see', async () => {
        const before = query.cursor && /^\d{1,15}$/.test(query.cursor) ? Number(query.cursor) : undefined
        return done(await trailEntries(frame.db, frame.region, { ...query, before }, labelOf))
      }),
    'GET /api/audit/choices': ({ who }) =>
      frame.see(who, 'audit.see', async () =>
        done({
          words: frame.acts.map((act) => ({ word: act.word, label: act.label })),
          actors: await trailActors(frame.db, frame.region),
        }),
      ),
    'GET /api/audit/erasures': ({ who }) =>
      frame.see(who, 'audit.see-erasures', async () => done({ rows: await erasures(db, region, who.id) })),
    'POST /api/audit/erasures': async ({ who, key, body }) => afterwards(who, await frame.act(who, key, proposeErasure, body)),
    'POST /api/audit/erasures/:id/approve': async ({ who, key, params, body }) =>
      afterwards(who, await frame.act(who, key, approveErasure, { ...body, ...params })),
    'POST /api/audit/erasures/:id/return': async ({ who, key, params, body }) =>
      afterwards(who, await frame.act(who, key, returnErasure, { ...body, ...params })),
    'POST /api/audit/erasures/:id/withdraw': async ({ who, key, params, body }) =>
      afterwards(who, await frame.act(who, key, withdrawErasure, { ...body, ...params })),
    'GET /api/audit/verify': ({ who }) => frame.see(who, 'audit.verify', async () => done(await frame.verify())),
  }
}
