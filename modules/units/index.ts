import { addUnit } from './acts/add-unit.ts'
import { closeUnit } from './acts/close-unit.ts'
import { renameUnit } from './acts/rename-unit.ts'
import { setSeries } from './acts/set-series.ts'

export { nextNumber } from './acts/next-number.ts'
export { unitRoutes } from './contract.ts'
export { unitPermissions } from './permissions.ts'
export { unitNames } from './reads/unit-names.ts'
export { unitVersion } from './reads/units.ts'
export { unitHandlers } from './routes.ts'
export { placeOfUnit } from './store.ts'
export { unitWords } from './words.ts'

export { addUnit, renameUnit, setSeries }
export const unitActs = [addUnit, renameUnit, closeUnit, setSeries] as const
