import { done } from '#kernel/outcome'
import type { Act } from '#platform/acts'
import type { Frame, Handlers } from '#platform/http'
import type { TrailVerdict } from '#platform/trail'
import type { AuditRoutes } from './contract.ts'
import { trailActors, trailEntries } from './reads/trail.ts'

export interface AuditFrame<Who> extends Frame<Who> {
  readonly acts: readonly Pick<Act<never, never>, 'word' | 'label'>[]
  readonly verify: () => Promise<TrailVerdict>
}

export function auditHandlers<Who>(frame: AuditFrame<Who>): Handlers<AuditRoutes, Who> {
  const labels = new Map(frame.acts.map((act) => [act.word, act.label]))
  const labelOf = (word: string) => labels.get(word) ?? word
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
    'GET /api/audit/verify': ({ who }) => frame.see(who, 'audit.verify', async () => done(await frame.verify())),
  }
}
