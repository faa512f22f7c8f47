import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'

type Content = string | Buffer | Iterable<Buffer>

/** Writes a zip with these entries, in this order. */
export async function writeZip(path: string, entries: Readonly<Record<string, Content>>, compressionLevel = 6): Promise<string> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(entries)) {
    if (typeof content === 'string' || Buffer.isBuffer(content)) zip.addBuffer(Buffer.from(content), name, { compressionLevel })
    else zip.addReadStream(Readable.from(content, { objectMode: false }), name, { compressionLevel })
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

export interface WorkbookParts {
  /** By name; the XML within `<worksheet>`, or a whole part that comes in pieces. */
  readonly sheets: Readonly<Record<string, string | Iterable<Buffer>>>
  readonly strings?: string | Iterable<Buffer>
  readonly styles?: string
  readonly date1904?: boolean
  readonly hidden?: readonly string[]
}

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook as another program writes it, the sheets before the strings they use. */
export function workbookEntries({ sheets, strings, styles, date1904, hidden = [] }: WorkbookParts): Record<string, Content> {
  const names = Object.keys(sheets)
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${related}/${type}" Target="${target}"/>`
  return {
    '[Content_Types].xml': `${head}<Types/>`,
    '_rels/.rels': `${head}<Relationships>${relation('a', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, index) => {
        const content = sheets[name]!
        return [`xl/worksheets/s${index}.xml`, typeof content === 'string' ? `${head}<worksheet>${content}</worksheet>` : content]
      }),
    ),
    'xl/workbook.xml':
      `${head}<workbook xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>` +
      `${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${head}<Relationships>${names.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/s${index}.xml`)).join('')}` +
      `${relation('strings', 'sharedStrings', 'sharedStrings.xml')}${relation('styles', 'styles', 'styles.xml')}</Relationships>`,
    ...(styles === undefined ? {} : { 'xl/styles.xml': `${head}<styleSheet>${styles}</styleSheet>` }),
    ...(strings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': typeof strings === 'string' ? `${head}<sst>${strings}</sst>` : strings }),
  }
}
