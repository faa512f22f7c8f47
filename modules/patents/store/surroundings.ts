import type { PlainDate } from '#kernel/time'
import { decidePlace, gazetteer, type PlaceFacts, placeSentences } from '#modules/regions'
import { holderKindOf } from '#modules/enterprises'
import type { Surroundings } from '../rules/project.ts'

/** What the pure projection must be told of its surroundings: the day, the places, the kinds of holders. */
export function surroundings(region: number, today: PlainDate): Surroundings {
  const places = gazetteer(region)
  return {
    today,
    holderKindOf: (name) => holderKindOf(name).kind,
    placeOf: (record) => {
      const said = <T>(name: keyof typeof record) => record[name]?.value as T | undefined
      const decided = said<number>('decidedPlace')
      const facts: PlaceFacts = {
        ...(said<string>('address') === undefined ? {} : { address: said<string>('address')! }),
        sourceWords: words(said('province'), said('city'), said('county')),
        ...(said<string>('creditCode') === undefined ? {} : { creditCode: said<string>('creditCode')! }),
        ...(decided === undefined ? {} : { handDecision: decided === region ? null : decided }),
      }
      const decision = decidePlace(facts, places)
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

function words(province?: string, city?: string, county?: string): { province?: string; city?: string; county?: string } {
  return {
    ...(province === undefined ? {} : { province }),
    ...(city === undefined ? {} : { city }),
    ...(county === undefined ? {} : { county }),
  }
}
