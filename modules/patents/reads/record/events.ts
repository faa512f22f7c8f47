import { compareText } from '#kernel/register'
import { sameName } from '#kernel/words'
import type { RecordEvent } from '../../contract.ts'
import type { Publication } from '../../rules/fields.ts'
import { publicationKey } from '../../rules/numbers.ts'
import type { Kept } from '../../store/observations.ts'
import type { LoadedRecord } from './load-record.ts'
import type { SourceOf } from './sources.ts'

/** What happened to the right (法律事件), in order of days, each with the best source that tells it; what has no day stands last. */
export function eventsOf(record: LoadedRecord, sourceOf: SourceOf): RecordEvent[] {
  const told = new Map<string, RecordEvent>()
  const tell = (event: Omit<RecordEvent, 'source'>, by: Kept) => {
    const key = `${event.on ?? ''} ${sameName(event.word)}`
    const known = told.get(key)
    if (known === undefined) told.set(key, { ...event, source: sourceOf(by) })
    else if (known.text === null && event.text !== null) told.set(key, { ...known, text: event.text })
  }
  for (const one of record.observations) {
    if (one.fields.filedOn !== undefined && one.fields.filedOn === record.folded.filedOn?.value)
      tell({ on: one.fields.filedOn, word: '申请', text: null }, one)
    for (const publication of one.fields.publications ?? [])
      if (publication.on !== undefined)
        tell({ on: publication.on, word: '公开（公告）', text: publicationKey(publication.number) ?? publication.number }, one)
    for (const { on, word, text } of one.fields.events ?? []) tell({ on: on ?? null, word, text: text ?? null }, one)
  }
  return [...told.values()].sort((a, b) => compareText(a.on ?? '~', b.on ?? '~'))
}

/** Whether some source says that something happened on this day. */
export function happenedOn(record: LoadedRecord, day: string): boolean {
  const published = (record.folded.publications?.value as readonly Publication[] | undefined) ?? []
  return (
    published.some((one) => one.on === day) ||
    record.observations.some(
      ({ fields }) =>
        fields.statusOn === day || fields.grantedOn === day || (fields.events ?? []).some((event) => event.on === day),
    )
  )
}
