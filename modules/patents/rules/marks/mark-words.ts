import type { Right } from '../fields.ts'

/** A mark as it is searched for words and numbers: half width, capitals, one kind of dot and hyphen, nothing unseen. */
export function plainMark(text: string): string {
  // No mark is this long: a megabyte in a cell is not searched.
  return (
    text
      .slice(0, 2000)
      .normalize('NFKC')
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
      .toUpperCase()
      .replace(/[‐‑‒–—―−]/gu, '-')
      .replace(/[。·•・‧∙⋅]/gu, '.')
      // Long runs of blanks tell nothing and would be walked again from each of them.
      .replace(/\s{4,}/g, '   ')
  )
}

const kinds: readonly (readonly [Right, RegExp])[] = [
  ['utility-model', /实用新型/g],
  ['design', /外观(?:设计|专利)/g],
  ['invention', /发明(?!人)/g],
]

/** The Chinese words for a kind of right (专利权类别), in order, with where they stand. */
export function kindWords(plain: string): { readonly right: Right; readonly at: number }[] {
  return kinds
    .flatMap(([right, word]) => [...plain.matchAll(word)].map((found) => ({ right, at: found.index })))
    .sort((a, b) => a.at - b.at)
}

/** 「专利申请，尚未授权」, which a mark before the grant must carry (专利标识标注办法 第七条). */
export const saysNotGranted = (plain: string): boolean => /专利申请[\s,.、;:]*尚未授(?:权|予)/.test(plain)

/** Whether the text speaks of an application (专利申请、申请中、patent pending) at all. */
export const speaksOfApplication = (plain: string): boolean =>
  /专利申请|申请号|申请中|申请专利|申请了?(?:国家)?专利|尚未授权|PAT(?:ENT|\.)?S?\s*PENDING/.test(plain)

/** Whether the text calls something a patent: 专利 outside of 专利申请, or patent outside of patent pending. */
export const speaksOfPatent = (plain: string): boolean =>
  /专利(?!申请)/.test(plain.replace(/申请(?:了?国家)?专利(?:中)?/g, '')) ||
  /\bPAT(?:ENT|\b\.?)(?!ENT)(?!S?\s*(?:PENDING|APPL))/.test(plain)

/** Whether the text says in Chinese that the goods were made by the patented process (专利标识标注办法 第六条). */
export const saysProcess = (plain: string): boolean => /专利方法|方法专利/.test(plain)
