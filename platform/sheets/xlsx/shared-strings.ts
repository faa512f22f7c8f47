import { cleanText } from '../text/clean.ts'
import { readXml } from '../text/safe-xml.ts'
import type { StringTable } from './string-table.ts'

/** Fills the table from sharedStrings.xml; rich text is joined, readings (拼音指南) are left out. */
export async function readSharedStrings(bytes: AsyncIterable<Buffer>, table: StringTable, cellLimit: number): Promise<void> {
  let text = ''
  let inText = false
  let inReading = false
  await readXml(bytes, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') inReading = true
    },
    text(content) {
      if (text.length <= cellLimit) text += content
    },
    listening: () => inText && !inReading,
    close(name) {
      if (name === 'si') table.add(cellText(text))
      else if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
    },
  })
}

/** Text as a cell keeps it: `_x000D_` stands for the character of that number, `_x005F_` for the underscore before such a one. */
export function cellText(text: string): string {
  if (!text.includes('_x')) return cleanText(text)
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return cleanText(plain.toWellFormed())
}
