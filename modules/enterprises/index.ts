import { decideLikely } from './acts/decide-likely.ts'
import { joinHolders } from './acts/join-holders.ts'
import { separateName } from './acts/separate-name.ts'
import { showName } from './acts/show-name.ts'
import { undoDecision } from './acts/undo-decision.ts'

export { enterpriseJobs, type Learnt, learnNames, takeNames } from './jobs/index.ts'
export { enterprisePermissions } from './permissions.ts'
export { holderOf } from './reads/holder-of.ts'
export { enterpriseHandlers } from './routes.ts'
export { type CreditCode, readCreditCode } from './rules/credit-code.ts'
export { type HolderKind, type HolderKindFound, holderKindOf } from './rules/holder-kind.ts'
export { compareNames, compareParts, type NameReason, type NameVerdict, readName, type Verdict } from './rules/names.ts'
export { blockingKeys } from './rules/names-keys.ts'
export { matchNames, type NameMatch, type NameMatches } from './rules/names-match.ts'
export type { NameParts, ReadPlace } from './rules/names-parts.ts'
export { enterpriseWords, holderKindNames, holderKindSentence, nameSentence } from './words.ts'

export const enterpriseActs = [joinHolders, separateName, decideLikely, undoDecision, showName] as const
