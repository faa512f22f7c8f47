import { builtInFormat, formatOfCode, type NumberFormat } from '../text/number-format.ts'
import { readXml } from '../text/safe-xml.ts'

/** How each cell style (`s` of a cell) of styles.xml shows numbers. */
export async function readCellFormats(bytes: AsyncIterable<Buffer>): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>()
  const styles: number[] = []
  let inCellStyles = false
  let inFormats = false
  await readXml(bytes, {
    open(name, tag) {
      if (name === 'cellXfs') inCellStyles = true
      else if (name === 'numFmts') inFormats = true
      else if (name === 'numFmt' && inFormats)
        own.set(Number(tag.attribute('numFmtId')), formatOfCode(tag.attribute('formatCode') ?? ''))
      else if (name === 'xf' && inCellStyles) styles.push(Number(tag.attribute('numFmtId') ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
      else if (name === 'numFmts') inFormats = false
    },
  })
  return styles.map((id) => own.get(id) ?? builtInFormat(id))
}
