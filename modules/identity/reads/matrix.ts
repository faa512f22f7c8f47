import { type Permissions, type Role, roles } from '#modules/roles'
import type { Act } from '#platform/acts'
import type { RoleMatrix } from '../contract.ts'

/** The permission matrix (权限表), printed from the acts and the permissions of all modules. */
export function matrixOf({
  acts,
  permissions,
}: {
  readonly acts: readonly Pick<Act<never, never>, 'word' | 'label' | 'part' | 'secondPerson'>[]
  readonly permissions: Permissions
}): RoleMatrix {
  const everyone = Object.keys(roles) as Role[]
  return {
    roles: everyone.map((role) => ({ role, ...roles[role] })),
    acts: acts.map((act) => {
      const open = permissions[act.word] ?? []
      return {
        act: act.word,
        word: act.label,
        part: act.part,
        roles: open === 'everyone' ? everyone : [...open],
        secondPerson: act.secondPerson ?? false,
      }
    }),
  }
}
