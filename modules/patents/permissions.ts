import type { Permissions } from '#modules/roles'

export const patentPermissions: Permissions = {
  'patents.see': ['director', 'registrar', 'staff', 'county-registrar', 'county-staff'],
  'patents.export': ['director', 'registrar', 'staff', 'county-registrar'],
  // One's own: whether one may see or take out the register at all is asked first.
  'patents.search.save': 'everyone',
  'patents.search.keep': 'everyone',
  'patents.search.delete': 'everyone',
  'patents.search.export': 'everyone',
  'patents.import.see': ['director', 'registrar'],
  'patents.import.upload': ['registrar'],
  'patents.import.start': ['registrar'],
  'patents.import.begin': ['registrar'],
  'patents.import.mark': [],
  'patents.import.drop': ['registrar'],
  'patents.import.undo': ['registrar'],
  'patents.decide-field': ['registrar', 'county-registrar'],
  'patents.undo-field': ['registrar', 'county-registrar'],
  'patents.note-payment': ['registrar', 'county-registrar'],
  'patents.note-reduction': ['registrar', 'county-registrar'],
  'patents.note-open-licence': ['registrar', 'county-registrar'],
  'patents.note-restoration': ['registrar', 'county-registrar'],
  'patents.undo-note': ['registrar', 'county-registrar'],
  'patents.decide-county': ['registrar'],
  'patents.undo-county': ['registrar'],
  'patents.decide-twin': ['registrar'],
  'patents.undo-twin': ['registrar'],
}
