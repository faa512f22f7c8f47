import { posix } from 'node:path'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import yauzl from 'yauzl'

/** An element of a part, as far as the rules ask. */
interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** The order in which a worksheet's children must stand (ISO/IEC 29500-1, CT_Worksheet), as far as the product writes them. */
const sheetOrder = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'mergeCells',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'ignoredErrors',
]
const bookOrder = ['workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr']
const stylesOrder = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles']
const fontOrder = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme']

/**
 * What Excel would stop at or repair in a workbook, a sentence each: parts that are not well-formed (an attribute twice, a
 * character XML forbids), parts not declared or not there, elements out of their order, cells out of theirs, styles and
 * strings that point nowhere, counts that do not agree, names and texts beyond Excel's ends, formulas.
 */
export async function whatExcelMinds(file: Buffer): Promise<string[]> {
  const minded: string[] = []
  const mind = (holds: boolean, sentence: string) => {
    if (!holds) minded.push(sentence)
  }
  const parts = await partsOf(file, mind)
  const part = (path: string): Element => parts.get(path) ?? { name: '', attributes: {}, children: [], text: '' }
  const types = part('[Content_Types].xml')
  const declared = all(types, 'Override').map((one) => one.attributes.PartName!.slice(1))
  const defaults = all(types, 'Default').map((one) => one.attributes.Extension)
  for (const path of declared) mind(parts.has(path), `[Content_Types].xml declares ${path}, which is not there`)
  for (const path of parts.keys()) {
    const known =
      path === '[Content_Types].xml' || declared.includes(path) || (path.endsWith('.rels') && defaults.includes('rels'))
    mind(known, `${path} has no content type`)
  }
  mind(new Set(declared).size === declared.length, 'a part is declared twice')
  for (const [path, rels] of parts) {
    if (!path.endsWith('.rels')) continue
    const ids = rels.children.map((one) => one.attributes.Id)
    mind(new Set(ids).size === ids.length, `${path}: an id twice`)
    for (const { attributes } of rels.children) {
      const target = posix.join(posix.dirname(posix.dirname(path)), attributes.Target!)
      mind(parts.has(target), `${path} leads to ${target}, which is not there`)
    }
  }
  const book = part('xl/workbook.xml')
  inOrder(book, bookOrder, 'xl/workbook.xml', mind)
  const listed = all(book, 'sheet')
  const names = listed.map((one) => one.attributes.name!.toLowerCase())
  mind(listed.length > 0, 'a workbook without sheets')
  mind(new Set(names).size === names.length, 'two sheets of one name')
  for (const name of names)
    mind(name.length <= 31 && !/[[\]:*?/\\]|^'|'$|^history$/.test(name), `a sheet may not be called ${name}`)
  const targets = new Map(part('xl/_rels/workbook.xml.rels').children.map((one) => [one.attributes.Id, one.attributes.Target]))
  for (const { attributes } of all(book, 'definedName'))
    mind(Number(attributes.localSheetId) < listed.length, `the name ${attributes.name} belongs to no sheet`)
  const styles = part('xl/styles.xml')
  const looks = mindStyles(styles, mind)
  const strings = all(part('xl/sharedStrings.xml'), 'si').length
  for (const { attributes } of listed) {
    const path = posix.join('xl', targets.get(attributes['r:id']) ?? 'nowhere')
    mindSheet(part(path), path, { looks, strings }, mind)
  }
  return minded
}

type Mind = (holds: boolean, sentence: string) => void

function mindStyles(styles: Element, mind: Mind): number {
  inOrder(styles, stylesOrder, 'xl/styles.xml', mind)
  const list = (name: string) => styles.children.find((one) => one.name === name)
  for (const one of styles.children)
    if (one.attributes.count !== undefined)
      mind(Number(one.attributes.count) === one.children.length, `${one.name} counts ${one.attributes.count}`)
  const size = (name: string) => list(name)?.children.length ?? 0
  for (const font of list('fonts')?.children ?? []) inOrder(font, fontOrder, 'a font', mind)
  const own = new Set(all(styles, 'numFmt').map((one) => one.attributes.numFmtId))
  for (const xf of list('cellXfs')?.children ?? []) {
    const { numFmtId, fontId, fillId, borderId, xfId } = xf.attributes
    mind(Number(numFmtId) < 164 || own.has(numFmtId), `number format ${numFmtId} is nowhere`)
    mind(Number(fontId) < size('fonts') && Number(fillId) < size('fills'), `a look has font ${fontId} and fill ${fillId}`)
    mind(Number(borderId) < size('borders') && Number(xfId) < size('cellStyleXfs'), `a look has border ${borderId}`)
  }
  mind(size('fills') >= 2, 'Excel wants its two own fills first')
  return size('cellXfs')
}

function mindSheet(sheet: Element, path: string, { looks, strings }: { looks: number; strings: number }, mind: Mind): void {
  inOrder(sheet, sheetOrder, path, mind)
  mind(
    sheet.children.some((one) => one.name === 'sheetData'),
    `${path} has no sheetData`,
  )
  for (const cols of all(sheet, 'cols')) {
    mind(cols.children.length > 0, `${path}: cols without a column`)
    for (const { attributes } of cols.children)
      mind(Number(attributes.width) <= 255, `${path}: a column of width ${attributes.width}`)
  }
  let lastRow = 0
  for (const row of all(sheet, 'row')) {
    const n = Number(row.attributes.r)
    mind(n > lastRow && n <= 1_048_576, `${path}: row ${n} after ${lastRow}`)
    lastRow = n
    let lastColumn = 0
    for (const cell of row.children) {
      const at = cell.attributes.r ?? ''
      const [, letters = '', digits] = /^([A-Z]{1,3})(\d+)$/.exec(at) ?? []
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
      mind(Number(digits) === n && column > lastColumn && column <= 16_384, `${path}: cell ${at} in row ${n}`)
      lastColumn = column
      mind(Number(cell.attributes.s ?? 0) < looks, `${path}: ${at} has the look ${cell.attributes.s}`)
      mind(!cell.children.some((one) => one.name === 'f'), `${path}: ${at} holds a formula`)
      mindValue(cell, `${path}: ${at}`, strings, mind)
    }
  }
  for (const { attributes } of all(sheet, 'autoFilter')) {
    const last = Number(/(\d+)$/.exec(attributes.ref ?? '')?.[1])
    mind(last === Math.max(1, lastRow), `${path}: the filter ends in row ${last}, the rows in ${lastRow}`)
  }
}

function mindValue(cell: Element, at: string, strings: number, mind: Mind): void {
  const kind = cell.attributes.t ?? 'n'
  const value = cell.children.find((one) => one.name === 'v')?.text
  if (kind === 'inlineStr') {
    const text = all(cell, 't').map((one) => one.text)
    mind(text.length > 0 && text.join('').length <= 32_767, `${at} has no text, or too long a one`)
  } else if (kind === 's') mind(Number(value) < strings, `${at} points to the string ${value}`)
  else mind(kind === 'n' && value !== undefined && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(value), `${at} has the number ${value}`)
}

/** All elements of that name below one. */
function all(within: Element, name: string): Element[] {
  return within.children.flatMap((one) => [...(one.name === name ? [one] : []), ...all(one, name)])
}

function inOrder(parent: Element, order: readonly string[], where: string, mind: Mind): void {
  const places = parent.children.map((one) => order.indexOf(one.name))
  mind(!places.includes(-1), `${where}: unknown ${parent.children.find((one) => !order.includes(one.name))?.name}`)
  mind(
    places.every((place, at) => at === 0 || places[at - 1]! < place),
    `${where}: ${parent.children.map((one) => one.name)} out of order`,
  )
}

async function partsOf(file: Buffer, mind: Mind): Promise<Map<string, Element>> {
  const zip = await yauzl.fromBufferPromise(file, { strictFileNames: true, validateEntrySizes: true })
  const parts = new Map<string, Element>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    mind(!parts.has(entry.fileName), `${entry.fileName} stands twice in the zip`)
    parts.set(entry.fileName, read(entry.fileName, new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)), mind))
  }
  return parts
}

function read(path: string, xml: string, mind: Mind): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => mind(false, `${path}: ${error.message}`))
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (/worksheets|workbook\.xml$|styles/.test(path))
      mind(tag.uri === main || path.endsWith('.rels'), `${path}: ${tag.name} of ${tag.uri}`)
    const attributes = Object.fromEntries(Object.values(tag.attributes).map((one) => [one.name, one.value]))
    const element: Element = { name: tag.local, attributes, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    open.at(-1)!.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return root.children[0] ?? root
}
