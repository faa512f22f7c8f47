import { holidayCatalogue, limitCatalogue } from '#modules/calendar'
import { catalogueActsOn, shelfOf } from '#modules/catalogues'
import { markCatalogue } from '#modules/mark-checks'
import { feeCatalogue } from '#modules/patents'

/** The catalogues of legal data that staff change with two persons, in the order in which they are shown. */
export const shelf = shelfOf([limitCatalogue, feeCatalogue, holidayCatalogue, markCatalogue])

export const catalogueActs = catalogueActsOn(shelf)
