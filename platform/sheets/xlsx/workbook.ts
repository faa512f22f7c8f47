import type { Entry, ZipFile } from 'yauzl'
import { UnreadableSheet } from '../refusals.ts'
import { readXml } from '../text/safe-xml.ts'
import { entryBytes } from '../zip/entry-bytes.ts'
import { entriesOf, entryName, openZip } from '../zip/zip-guard.ts'

export interface Workbook {
  readonly zip: ZipFile
  readonly date1904: boolean
  readonly sheets: readonly { name: string; hidden: boolean; part: Entry }[]
  readonly strings: Entry | null
  readonly styles: Entry | null
}

/** Opens a guarded .xlsx and finds its parts by their relationships (ECMA-376 part 2), as producers name them differently. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openZip(path)
  const parts = new Map<string, Entry>()
  for await (const entry of entriesOf(zip, true)) parts.set(entryName(entry).toLowerCase(), entry)
  const root = await relations(zip, parts, '')
  const main = [...root.values()].find((one) => one.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const related = await relations(zip, parts, main)
  const entry = parts.get(main.toLowerCase())
  if (!entry) throw new UnreadableSheet({ code: 'damaged-file' })
  let date1904 = false
  const sheets: { name: string; hidden: boolean; part: Entry }[] = []
  await readXml(entryBytes(zip, entry), {
    open(name, tag) {
      if (name === 'workbookPr') date1904 = isTrue(tag.attribute('date1904'))
      if (name !== 'sheet') return
      const relation = related.get(tag.attribute('id') ?? '')
      // Charts and dialogs are sheets too, of another type.
      if (relation && relation.type !== 'worksheet') return
      const part = relation && parts.get(relation.target.toLowerCase())
      if (!part) throw new UnreadableSheet({ code: 'damaged-file' })
      const hidden = (tag.attribute('state') ?? 'visible') !== 'visible'
      sheets.push({ name: tag.attribute('name') ?? '', hidden, part })
    },
  })
  const partOf = (type: string) => {
    const relation = [...related.values()].find((one) => one.type === type)
    return (relation && parts.get(relation.target.toLowerCase())) ?? null
  }
  return { zip, date1904, sheets, strings: partOf('sharedStrings'), styles: partOf('styles') }
}

/** What the part points at, by relationship id; the type is the last word of its address, so that strict files read alike. */
async function relations(zip: ZipFile, parts: ReadonlyMap<string, Entry>, part: string) {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const entry = parts.get(`${folder}_rels/${part.slice(slash)}.rels`.toLowerCase())
  const found = new Map<string, { type: string; target: string }>()
  if (!entry) return found
  await readXml(entryBytes(zip, entry), {
    open(name, tag) {
      if (name !== 'Relationship') return
      const type = (tag.attribute('Type') ?? '').split('/').at(-1)!
      found.set(tag.attribute('Id') ?? '', { type, target: resolve(folder, tag.attribute('Target') ?? '') })
    },
  })
  return found
}

function resolve(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true'
