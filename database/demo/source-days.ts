import { type PlainDate, plainDate } from '#kernel/time'
import { demoDay, type Life } from './lives.ts'

/** The days of which the files speak: the commercial one and Google are older. */
export const sourceDays = { cnipa: demoDay, patsnap: plainDate('2020-06-30'), google: plainDate('2020-03-31') }

/** Whether a source of that day had the right as it stands now. */
export const knownBy = (day: PlainDate, life: Pick<Life, 'publishedOn' | 'endedOn'> | null): boolean =>
  life?.publishedOn !== undefined && life.publishedOn <= day && (life.endedOn === undefined || life.endedOn <= day)
