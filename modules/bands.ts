/**
 * The modules in their bands (层次): a module sees those of its own band and of the bands before it, through their doors;
 * two desks never see each other. A new module stands here first. checks/boundaries holds everyone to it.
 *
 * regions and roles are commons, since every unit, person and act has a place and a role.
 */
export const bands = {
  commons: ['regions', 'roles', 'units', 'identity', 'catalogues', 'calendar', 'documents', 'audit', 'messages'],
  registers: [
    'enterprises',
    'patents',
    'trademarks',
    'geographical-indications',
    'officers',
    'premises',
    'policies',
    'mark-checks',
  ],
  desks: [
    'assignments',
    'annuities',
    'subsidies',
    'recognition',
    'projects',
    'tips',
    'inspections',
    'cases',
    'disputes',
    'joint-enforcement',
    'rights-aid',
    'outreach',
    'conversion',
    'navigation',
  ],
  overview: ['facts', 'figures', 'targets', 'reports'],
} as const

export type Band = keyof typeof bands
