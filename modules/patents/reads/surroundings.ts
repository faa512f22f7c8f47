import type { Folded } from '#kernel/register'
import type { PlainDate, WorkCalendar } from '#kernel/time'
import { shippedCalendar } from '#modules/calendar'
import { holderKindOf } from '#modules/enterprises'
import { decidePlace, gazetteer, type PlaceDecision, type PlaceFacts, placeSentences } from '#modules/regions'
import type { PatentFields } from '../rules/fields.ts'
import type { Surroundings } from '../rules/project.ts'

/** What the pure projection must be told of its surroundings: the day, the places, the kinds of holders. */
export function surroundings(region: number, today: PlainDate, calendar: WorkCalendar = shippedCalendar()): Surroundings {
  return {
    today,
    calendar,
    holderKindOf: (name) => holderKindOf(name).kind,
    placeOf: (record) => {
      const decision = placeDecision(region, record)
      if (decision.state === 'decided') return { county: decision.county, unclear: null }
      if (decision.state !== 'unclear') return { county: null, unclear: null }
      return {
        county: null,
        unclear: {
          why: placeSentences(decision.reasons),
          proposals: decision.proposals.map((proposal) => ({ county: String(proposal.county), by: proposal.by })),
        },
      }
    },
  }
}

/** With which county a record stands, and why. */
export function placeDecision(region: number, record: Folded<PatentFields>): PlaceDecision {
  const said = <Name extends keyof PatentFields>(name: Name) => record[name]?.value as PatentFields[Name]
  const [address, province, city, county] = [said('address'), said('province'), said('city'), said('county')]
  const [creditCode, decided] = [said('creditCode'), said('decidedPlace')]
  const facts: PlaceFacts = {
    ...(address === undefined ? {} : { address }),
    sourceWords: {
      ...(province === undefined ? {} : { province }),
      ...(city === undefined ? {} : { city }),
      ...(county === undefined ? {} : { county }),
    },
    ...(creditCode === undefined ? {} : { creditCode }),
    ...(decided === undefined ? {} : { handDecision: decided === region ? null : decided }),
  }
  return decidePlace(facts, gazetteer(region))
}
