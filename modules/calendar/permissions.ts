import type { Permissions } from '#modules/roles'

export const calendarPermissions: Permissions = {
  'calendar.see': ['director', 'registrar', 'staff', 'county-registrar', 'county-staff', 'auditor'],
  'calendar.count-kept-limits': [],
  'calendar.note-moved-limit': ['director', 'registrar', 'staff'],
}
