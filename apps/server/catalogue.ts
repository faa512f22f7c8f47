import { auditActs, auditPermissions, auditWords } from '#modules/audit'
import { calendarActs, calendarPermissions, calendarWords } from '#modules/calendar'
import { cataloguePermissions, catalogueWords } from '#modules/catalogues'
import { enterpriseActs, enterprisePermissions, enterpriseWords } from '#modules/enterprises'
import { identityActs, identityPermissions, identityWords } from '#modules/identity'
import { markCheckActs, markCheckPermissions, markCheckWords } from '#modules/mark-checks'
import { patentActs, patentPermissions, patentWords } from '#modules/patents'
import type { Permissions } from '#modules/roles'
import { unitActs, unitPermissions, unitWords } from '#modules/units'
import { type Act, runnerWords } from '#platform/acts'
import { databaseWords } from '#platform/database'
import { fileWords } from '#platform/files'
import { httpWords, type Words, wordsOf } from '#platform/http'
import { referenceWords } from '../../database/reference/words.ts'
import { demonstrationActs } from './demonstration-acts.ts'
import { fieldWords } from './field.ts'
import { portalActs } from './portal-acts.ts'
import { catalogueActs } from './shelf.ts'

/** Everything that may be done: the audit catalogue and the rows of the permission matrix. */
export const acts = [
  ...identityActs,
  ...unitActs,
  ...auditActs,
  ...Object.values(catalogueActs),
  ...calendarActs,
  ...enterpriseActs,
  ...patentActs,
  ...markCheckActs,
  ...demonstrationActs,
  ...portalActs,
] as readonly Pick<Act<never, never>, 'word' | 'label' | 'part' | 'secondPerson'>[]

/** Who may, of all modules. */
export const permissions: Permissions = {
  ...identityPermissions,
  ...unitPermissions,
  ...auditPermissions,
  ...cataloguePermissions,
  ...calendarPermissions,
  ...enterprisePermissions,
  ...patentPermissions,
  ...markCheckPermissions,
  'demonstration.set-day': [],
  'portal.open': ['director', 'system-admin'],
  'portal.write-entry': ['director', 'system-admin'],
  'running.see': ['director', 'system-admin', 'security-admin', 'auditor'],
}

/** Every refusal's sentence. */
export const words: Words = wordsOf(
  httpWords,
  runnerWords,
  fileWords,
  databaseWords,
  identityWords,
  unitWords,
  auditWords,
  calendarWords,
  catalogueWords,
  enterpriseWords,
  patentWords,
  markCheckWords,
  referenceWords,
  fieldWords,
)
