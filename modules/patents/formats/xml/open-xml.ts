import { done, type Outcome, refuse } from '#kernel/outcome'
import type { PatentFile, ReadRow } from '../patent-file.ts'
import type { RowReading } from '../read-row.ts'
import type { ReadRefusal } from '../refusals.ts'
import { sources } from '../sources.ts'
import { rowReasons } from '../words.ts'
import { readLegalRecord } from './legal-record.ts'
import { readPatentDocument } from './patent-document.ts'
import { readDocuments, type XmlDocument } from './read-documents.ts'
import type { XmlNode } from './tree.ts'

/**
 * Opens an XML file by its first document. Refused where it holds none, where it breaks before the first,
 * and where it is ST.96, which is recognised and not read. `row` is the ordinal of the document in the file, from 1.
 */
export async function openXml(chunks: AsyncIterable<string>): Promise<Outcome<PatentFile, ReadRefusal>> {
  const documents = readDocuments(chunks)
  let outermost: string | null = null
  for (let next = await documents.next(); !next.done; next = await documents.next()) {
    const one = next.value
    if (one.kind === 'outermost') {
      outermost ??= one.name
      if (!one.standard96) continue
      await documents.return(undefined)
      return refuse({ code: 'layout-not-read', format: 'st96' })
    }
    const name = one.kind === 'document' ? one.root.name : one.name
    if (name === null) {
      await documents.return(undefined)
      return refuse({ code: 'broken-xml', why: one.kind === 'problem' ? one.reason : '' })
    }
    const format = formatOf(name)
    const { rank, publishable } = sources[format]
    const close = async () => void (await documents.return(undefined))
    return done({
      format,
      rank,
      publishable,
      unknownHeadings: [],
      missingHeadings: [],
      headings: [],
      matched: [],
      rows: rowsOf(one, documents),
      close,
    })
  }
  return refuse({ code: 'no-patent-document', root: outermost })
}

/** The rows of an XML stream, whatever it holds: for callers that know what they have. */
export async function* readXml(chunks: AsyncIterable<string>): AsyncGenerator<ReadRow> {
  const opened = await openXml(chunks)
  if (opened.done) yield* opened.value.rows
}

const formatOf = (name: string) => (name === 'patentdocument' || name === 'exchangedocument' ? 'st36' : 'cnipa-xml')

async function* rowsOf(first: XmlDocument, rest: AsyncGenerator<XmlDocument>): AsyncGenerator<ReadRow> {
  try {
    let row = 0
    for (let one: XmlDocument | undefined = first; one; one = (await rest.next()).value) {
      if (one.kind === 'outermost') continue
      row++
      const reading = one.kind === 'problem' ? { reason: one.reason } : readDocument(one.root)
      yield 'fields' in reading ? { row, fields: reading.fields } : { row, reason: reading.reason, cells: [] }
    }
  } finally {
    await rest.return(undefined)
  }
}

function readDocument(root: XmlNode): RowReading {
  if (root.name === 'prsrecord') return readLegalRecord(root)
  if (root.name === 'patentverdict') return { reason: rowReasons.otherDocument('PatentVerdict') }
  return readPatentDocument(root)
}
