/**
 * One form for comparing headings (表头): width, blanks, case and kinds of brackets do not matter, a `[标]` in front does.
 * `公开（公告）号`, `公开(公告)号 ` and `公开〔公告〕号：` are one.
 */
export function normaliseHeading(heading: string): string {
  if (heading.length > 200) return ''
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '')
    .replace(/[〔{]/gu, '(')
    .replace(/[〕}]/gu, ')')
    .replace(/【/gu, '[')
    .replace(/】/gu, ']')
    .replace(/^[*#'"“]+(?=.)|[*:'"”]+$/gu, '')
}
