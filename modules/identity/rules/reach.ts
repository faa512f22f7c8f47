import { done, type Outcome, refuse } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'

/** Word → the roles that may, or everybody who is signed in. */
export type OpenTo = Readonly<Record<string, readonly string[] | 'everyone'>>

/** One role somebody holds, from day to day, with the place it reaches: its own, else its unit's, else the prefecture. */
export interface HeldRole {
  readonly role: string
  readonly reach: number
  readonly from: PlainDate
  readonly to: PlainDate | null
}

/**
 * The one place that decides whether someone may do something about a place on a day (权限判定).
 * A holder covers the place of the grant and below; what belongs to no county belongs to the prefecture.
 * Answers with the roles that allow it, for the trail.
 */
export function allowedRoles(
  held: readonly HeldRole[],
  permissions: OpenTo,
  question: { readonly word: string; readonly place: number | null; readonly region: number; readonly on: PlainDate },
): Outcome<readonly string[], { code: 'not-permitted' }> {
  const open = permissions[question.word] ?? []
  if (open === 'everyone') return done([])
  const place = question.place ?? question.region
  const allowing = held.filter(
    (grant) =>
      open.includes(grant.role) &&
      grant.from <= question.on &&
      (grant.to === null || grant.to >= question.on) &&
      (grant.reach === question.region || grant.reach === place),
  )
  return allowing.length === 0 ? refuse({ code: 'not-permitted' }) : done([...new Set(allowing.map((grant) => grant.role))])
}

/** The words open to someone anywhere on a day: what menus and buttons follow. */
export function openWords(held: readonly HeldRole[], permissions: OpenTo, on: PlainDate): string[] {
  const mine = new Set(
    held.filter((grant) => grant.from <= on && (grant.to === null || grant.to >= on)).map((grant) => grant.role),
  )
  return Object.entries(permissions)
    .filter(([, open]) => open === 'everyone' || open.some((role) => mine.has(role)))
    .map(([word]) => word)
}

/** A role as far as 三员分立 asks: what it is called and on which side it stands. */
export interface SidedRole {
  readonly name: string
  readonly side: string
}

/**
 * 三员分立: whether a further role would put two of the three sides (admin, security, audit) into one hand.
 * A small office may combine them; the trail then says so. Answers with the names combined, none where all is apart.
 */
export function combinedSides(held: readonly SidedRole[], further: SidedRole): string[] {
  const apart = new Map(
    [...held, further].filter((role) => ['admin', 'security', 'audit'].includes(role.side)).map((role) => [role.name, role]),
  )
  return new Set([...apart.values()].map((role) => role.side)).size > 1 ? [...apart.keys()] : []
}
