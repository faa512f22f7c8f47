import { marked } from './index-text.ts'

/**
 * A class as it is searched: IPC and CPC `E`, `E01`, `E01B`, `E01B3`, `E01B3/32`, Locarno `09`, `09-03`.
 * Read from `E01B 3/32`, `e01b3/32(2006.01)I`, `E01B 003/32`, `LOC(10)Cl.9-03`; null where it is none.
 */
export function readClass(text: string): string | null {
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s+/gu, '')
  const ipc =
    /^(?:INT\.?CL\.?\d*:?)?([A-HY])(?:(\d{2})(?:([A-Z])(?:-?0*(\d{1,4})(?:\/(\d{2,6}))?)?)?)?(?:\(\d{4}\.\d{2}\)[A-Z]*)?$/u.exec(
      plain,
    )
  if (ipc) return ipc.slice(1, 5).join('') + (ipc[5] ? `/${ipc[5]}` : '')
  const locarno = /^(?:LOC(?:\(\d+\))?(?:CL\.?)?:?)?(\d{1,2})(?:-(\d{2}))?$/u.exec(plain)
  if (locarno) return locarno[1]!.padStart(2, '0') + (locarno[2] ? `-${locarno[2]}` : '')
  return null
}

/** The class and every class above it, the widest first. */
export function classLevels(code: string): string[] {
  const [, section, number = '', letter = '', group = '', rest = ''] = /^([A-HY])(\d{2})?([A-Z])?(\d+)?(\/\d+)?$/.exec(code) ?? []
  if (section) {
    const levels = [section, section + number, section + number + letter, section + number + letter + group, code]
    return [...new Set(rest ? levels : levels.slice(0, 4))]
  }
  return code.includes('-') ? [code.slice(0, 2), code] : [code]
}

/** The lexemes by which a record's classes are found at every level; what cannot be read as a class gives none. */
export function classLexemes(codes: readonly string[]): string[] {
  const levels = codes.flatMap((text) => {
    const code = readClass(text)
    return code ? classLevels(code) : []
  })
  return [...new Set(levels)].map((level) => marked('class', level))
}
