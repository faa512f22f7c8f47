import type { PatentFields } from '../../rules/fields.ts'
import { eventWord } from '../event-word.ts'
import type { RowReading } from '../read-row.ts'
import { readDay, readRight } from '../values.ts'
import { rowReasons } from '../words.ts'
import { children, find, textOf, within, type XmlNode } from './tree.ts'

/**
 * One record of CNIPA's legal-status feed (`business:PRSRecord`): an event of one application, with the day it was announced.
 * Refused are records the feed takes back (status D), those without a number and those with a day that does not exist.
 */
export function readLegalRecord(record: XmlNode): RowReading {
  if (/^d/i.test(record.attributes.status ?? '')) return { reason: rowReasons.deletedRecord }
  const references = children(record, 'applicationreference')
  const reference = references.find((one) => one.attributes.dataformat === 'original') ?? references[0]
  const applicationNumber = textOf(find(reference, 'docnumber'))
  if (!applicationNumber) return { reason: rowReasons.noNumber }
  const filed = textOf(find(reference, 'date'))
  const announced = textOf(find(record, 'prspublicationdate'))
  const [filedOn, on] = [readDay(filed), readDay(announced)]
  if (filedOn === null) return { reason: rowReasons.noSuchDay('申请日', filed) }
  if (on === null) return { reason: rowReasons.noSuchDay('法律状态公告日', announced) }
  const right = readRight(reference?.attributes.appltype ?? '')
  const text = within(record, 'prsinformation').map(linesOf).join('\n')
  const word = eventWord(textOf(find(record, 'prsvalue')), textOf(find(record, 'prscode')), text)
  if (!word) return { reason: rowReasons.noEvent }
  const fields: PatentFields = {
    applicationNumber,
    ...(right ? { right } : {}),
    ...(filedOn ? { filedOn } : {}),
    events: [{ ...(on ? { on } : {}), word, ...(text ? { text } : {}) }],
  }
  return { fields }
}

/** The lines of the notice as they stand: the first is its heading. */
function linesOf(node: XmlNode): string {
  return node.content
    .map((part) => (typeof part === 'string' ? part : part.name === 'br' ? '\n' : `${textOf(part)}\n`))
    .join('')
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}
