import type { Permissions } from '#modules/roles'

export const cataloguePermissions: Permissions = {
  'catalogues.see': ['director', 'registrar', 'staff', 'county-registrar', 'county-staff', 'auditor'],
  'catalogues.propose': ['director', 'registrar', 'staff'],
  'catalogues.withdraw': ['director', 'registrar', 'staff'],
  'catalogues.approve': ['director'],
  'catalogues.return': ['director'],
  'catalogues.keep-scan': ['director', 'registrar', 'staff'],
  'catalogues.sign': ['director', 'registrar', 'staff'],
}
