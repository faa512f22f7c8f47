import { declareWords, type Screens } from '#ui'
import { auditScreens } from '../../modules/audit/screens/office/index.tsx'
import { calendarScreens } from '../../modules/calendar/screens/office/index.tsx'
import { catalogueScreens } from '../../modules/catalogues/screens/office/index.tsx'
import { enterpriseScreens } from '../../modules/enterprises/screens/office/index.tsx'
import { identityScreens } from '../../modules/identity/screens/office/index.tsx'
import { markCheckScreens } from '../../modules/mark-checks/screens/office/index.tsx'
import { patentScreens } from '../../modules/patents/screens/office/index.tsx'
import { unitScreens } from '../../modules/units/screens/office/index.tsx'

/** The parts of the office in the order of the menu. */
export const parts: readonly Screens[] = [
  patentScreens,
  enterpriseScreens,
  markCheckScreens,
  unitScreens,
  identityScreens,
  catalogueScreens,
  calendarScreens,
  auditScreens,
]

declareWords('ui', { zh: () => import('../../ui/zh.ts'), en: () => import('../../ui/en.ts') })
declareWords('office', { zh: () => import('./zh.ts'), en: () => import('./en.ts') })
for (const { part, words } of parts) declareWords(part, words)
