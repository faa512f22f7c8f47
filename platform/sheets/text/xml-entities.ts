import { UnreadableSheet } from '../refusals.ts'

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Text with the five entities of XML and numbered characters in place. Any other is of a declaration we do not read: refused. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const numbered = /^#(?:(\d{1,7})|x([\da-f]{1,6}))$/i.exec(name)
    const code = numbered ? (numbered[1] ? Number(numbered[1]) : Number.parseInt(numbered[2]!, 16)) : -1
    const meant = numbered ? (code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : entities.get(name)
    if (meant === undefined || !whole.endsWith(';')) throw new UnreadableSheet({ code: 'damaged-file' })
    return meant
  })
}
