import type { Kysely } from 'kysely'
import type { SearchWire } from '#modules/patents'
import type { Clock } from '#platform/clock'
import type { Words } from '#platform/http'

/** What the portal is given by the server that serves it. */
export interface PortalWires {
  readonly db: Kysely<unknown>
  /** The prefecture whose register it shows. */
  readonly region: number
  readonly placeName: string
  readonly clock: Clock
  readonly search: SearchWire
  /** Sentences of refusals. */
  readonly words: Words
  /** The office as it is called today. */
  readonly officeName: () => Promise<string>
  /** Searches a minute from one address; an office building shares one. */
  readonly searchesPerMinute?: number
}
