import { escapeXml } from './cell-xml.ts'
import { columnLetters } from './worksheet.ts'

const opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string
  /** Of `xl/worksheets/sheetN.xml`. */
  readonly part: number
  /** Null for the front page, which is no table. */
  readonly table: { readonly columns: number; readonly lastRow: number } | null
}

/** All parts but the worksheets. */
export function workbookParts(sheets: readonly ListedSheet[]): [path: string, xml: string][] {
  return [
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map(({ part }): Relation => [`rId${part}`, 'worksheet', `worksheets/sheet${part}.xml`]),
        ['rIdStyles', 'styles', 'styles.xml'],
      ]),
    ],
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/styles.xml', styles],
  ]
}

function contentTypes(sheets: readonly ListedSheet[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const override = (part: string, kind: string) => `<Override PartName="${part}" ContentType="${type}.${kind}+xml"/>`
  return (
    `${opening}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}` +
    `${sheets.map(({ part }) => override(`/xl/worksheets/sheet${part}.xml`, 'worksheet')).join('')}</Types>`
  )
}

type Relation = [id: string, type: string, target: string]

function relations(list: readonly Relation[]): string {
  const each = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`)
  return `${opening}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

function workbook(sheets: readonly ListedSheet[]): string {
  const listed = sheets.map(({ name, part }) => `<sheet name="${escapeXml(name)}" sheetId="${part}" r:id="rId${part}"/>`)
  const names = sheets.flatMap(({ name, table }, index) => {
    if (!table) return []
    const quoted = escapeXml(`'${name.replaceAll("'", "''")}'`)
    const area = `${quoted}!$A$1:$${columnLetters(Math.max(0, table.columns - 1))}$${table.lastRow}`
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${area}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$1</definedName>`,
    ]
  })
  return (
    `${opening}<workbook xmlns="${main}" xmlns:r="${relationships}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>` +
    `${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}</workbook>`
  )
}

// 宋体 stands on every Chinese desktop, Windows or domestic; 等线 only where Office 2016 or later does.
const font = (size: number, bold: boolean): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`

const look = (format: number, fontId: number, rest = ''): string =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${rest}`
const top = '><alignment vertical="top"/></xf>'
const wrapped = '><alignment vertical="top" wrapText="1"/></xf>'
const guarded = ' quotePrefix="1"'

/** In the order of `style` in cell-xml.ts. 164 is our own day, 49 text. */
const looks = [
  look(0, 0, '/>'),
  look(0, 1, ' applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>'),
  look(0, 0, top),
  look(0, 0, guarded + top),
  look(164, 0, top),
  look(0, 0, top),
  look(49, 0, top),
  look(49, 0, guarded + top),
  look(0, 2, '/>'),
  look(0, 1, top),
  look(0, 0, wrapped),
  look(0, 0, guarded + wrapped),
]

const styles =
  `${opening}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  `<fonts count="3">${font(11, false)}${font(11, true)}${font(16, true)}</fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
