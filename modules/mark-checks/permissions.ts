import type { Permissions } from '#modules/roles'

export const markCheckPermissions: Permissions = {
  'mark-checks.see': ['director', 'registrar', 'staff', 'county-registrar', 'county-staff'],
  // Officers check wherever they are, in the name of their own place.
  'mark-checks.check': ['registrar', 'staff', 'county-registrar', 'county-staff'],
  'mark-checks.check-list': ['registrar', 'staff', 'county-registrar', 'county-staff'],
  'mark-checks.settle-list': [],
  'mark-checks.enlist': ['registrar', 'staff', 'county-registrar', 'county-staff'],
  'mark-checks.enlist-row': ['registrar', 'staff', 'county-registrar', 'county-staff'],
  // Their photos of the goods come from the phone by the same act.
  'mark-checks.keep-screenshot': ['registrar', 'staff', 'county-registrar', 'county-staff'],
  'mark-checks.verify': ['registrar', 'staff', 'county-registrar'],
  'mark-checks.correct': ['registrar', 'staff', 'county-registrar'],
  'mark-checks.waive': ['registrar', 'staff', 'county-registrar'],
}
