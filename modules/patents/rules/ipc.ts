/**
 * Codes of the International Patent Classification (国际专利分类) and of CPC, and Locarno classes of designs.
 * Only their form: titles are reference data.
 */

// Section, class, subclass, group; A61K 36/8888, H04L 0029/08, H01M10/0562. What follows (edition, level, offices) is dropped.
const spelt = /^([A-HY])\s*(\d{2})\s*(?:([A-Z])\s*(?:0*(\d{1,4})\s*[/／]\s*(\d{2,6}))?)?(?![\dA-Z])/u
// The fixed form of ST.8: subclass, four digits of main group, six of subgroup filled up with noughts.
const fixed = /^([A-HY])(\d{2})([A-Z])(\d{4})(\d{6})(?!\d)/

/**
 * One code in the form `E01B 3/32`, or as far as it goes: `E01B`, `E01`.
 * Reads `E01B3/32(2006.01)I`, `H04L   29/08    (2006.01)`, `Int.Cl.7 H04L 29/06`, `H04L0029080000`. Null where it is none.
 */
export function readIpc(text: string): string | null {
  if (text.length > 200) return null
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^[^A-Z]*(?:INT\.?\s*CL\.?\s*\d*\s*[:.]?)?\s*/u, '')
  const long = fixed.exec(plain)
  if (long) return `${long[1]}${long[2]}${long[3]} ${Number(long[4])}/${long[5]!.replace(/0{1,4}$/, '')}`
  const found = spelt.exec(plain)
  if (!found) return null
  const [, section, mainClass, subclass = '', group, subgroup] = found
  return `${section}${mainClass}${subclass}${group ? ` ${group}/${subgroup}` : ''}`
}

/** All codes of a cell, in its order, each once; and the pieces that are none. */
export function readIpcList(text: string): { codes: string[]; rest: string[] } {
  const codes = new Set<string>()
  const rest: string[] = []
  // A blank parts two codes only before a letter and two digits: E01B 3/32 has blanks of its own.
  for (const piece of text.split(/[;；|,，、\n\r]+|\s+(?=[A-HY]\d{2}[A-Z])/u)) {
    if (!piece.trim()) continue
    const code = readIpc(piece)
    if (code) codes.add(code)
    else rest.push(piece.trim())
  }
  return { codes: [...codes], rest }
}

/** Section A–H; null for what is no code. */
export const sectionOf = (code: string): string | null => (/^[A-H]/.test(code) ? code[0]! : null)

/** The subclass of four signs, or what there is of it: `E01B`. */
export const subclassOf = (code: string): string => code.slice(0, 4).trim()

/**
 * A Locarno class (洛迦诺分类) in the form `09-03`, or `09` where the source leaves the subclass out (`09-`).
 * Reads `LOC(10)Cl.09-03`, `09-03(12)`, `0903`, `9-3`. Null where it is none; there are 32 classes, and 99 until the tenth edition.
 */
export function readLocarno(text: string): string | null {
  if (text.length > 100) return null
  const found =
    /^(?:LOC\s*(?:\(\s*\d+\s*\))?\s*CL?\.?\s*)?(\d{1,2})(?:\s*[-–—]\s*(\d{1,2})?|(\d{2}))?(?:\s*\(.*\)|\s*[A-Z]\d*)?$/iu.exec(
      text.normalize('NFKC').trim(),
    )
  if (!found) return null
  const [mainClass, subclass] = [Number(found[1]), found[2] ?? found[3]]
  if (mainClass < 1 || (mainClass > 32 && mainClass !== 99)) return null
  return `${String(mainClass).padStart(2, '0')}${subclass ? `-${subclass.padStart(2, '0')}` : ''}`
}
