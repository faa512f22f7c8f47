import { changePassword } from './acts/change-password.ts'
import { firstPerson, setCombining } from './acts/first-person.ts'
import { grantRole, withdrawRole } from './acts/roles.ts'
import { endSession, signIn } from './acts/sign-in.ts'
import { createUser, disableUser, enableUser, resetPassword, unlockUser } from './acts/users.ts'

export { identityRoutes } from './contract.ts'
export { firstPassword } from './hashing.ts'
export { identityPermissions } from './permissions.ts'
export { permitBy } from './permit.ts'
export { matrixOf } from './reads/matrix.ts'
export { passwordDue, personOfToken, type SignedInPerson } from './reads/session.ts'
export { usersBy } from './reads/users.ts'
export { type IdentityFrame, identityHandlers } from './routes.ts'
export { allowedRoles } from './rules/reach.ts'
export { identityWords } from './words.ts'

export { createUser, disableUser, enableUser, firstPerson, grantRole, resetPassword, setCombining, signIn, unlockUser }
export const identityActs = [
  signIn,
  endSession,
  changePassword,
  createUser,
  disableUser,
  enableUser,
  unlockUser,
  resetPassword,
  grantRole,
  withdrawRole,
  firstPerson,
  setCombining,
] as const
