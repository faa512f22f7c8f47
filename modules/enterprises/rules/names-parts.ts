import { sameName } from '#kernel/words'

/** The place that a name begins with, read by the gazetteer of regions; the division's six digits and how many characters say so. */
export type ReadPlace = (name: string) => { readonly code: number; readonly length: number } | null

/** The kinds of organisation whose names are never each other's. */
export type NameClass = 'company' | 'cooperative' | 'other' | 'person'

/** An applicant's name taken apart (名称构成): 甘肃临夏 · 演示牧业 · 有限公司 · 永靖分公司. */
export interface NameParts {
  /** One form for all spellings of width, brackets, blanks and dots; notes on former names left out. */
  readonly spelling: string
  /** The spelling without any mark. */
  readonly letters: string
  /** The letters in order of the alphabet, for names of eight and more: the same in whatever order their parts stand. */
  readonly sorted: string
  /** Former names that stand in the name itself (曾用名, 原). */
  readonly former: readonly string[]
  readonly class: NameClass
  /** The place in front; null where there is none. */
  readonly place: { readonly code: number; readonly text: string } | null
  /** What stands in brackets and is no legal form: the place of a subsidiary, 昆山 in 华天科技(昆山)电子有限公司. */
  readonly inner: readonly string[]
  /** Trade name and trade, without place, legal form, 集团 and branch; letters only. */
  readonly core: string
  /** 有限公司, 有限责任公司, 股份有限公司, 专业合作社 …, empty where none. */
  readonly form: string
  readonly group: boolean
  /** 永靖分公司, 成都油漆厂; null for the organisation itself. */
  readonly branch: string | null
}

const formerNote = /\((?:曾用名|曾用|原名称?|原称|原|前身)[:为是]?([^()]{2,40})\)/gu
const formerTail = /[,;、](?:曾用名|原名称?)[:为是]?(.{2,40})$/u
const trailing = /[\s,.;:、。,;:·'"“”‘’*-]+$/u
const marks = /[^\p{L}\p{N}]+/gu
const forms =
  /(?:股份有限责任公司|股份有限公司|有限责任公司|有限公司|总公司|集团公司|公司|农民专业合作社联合社|专业合作社联合社|农民专业合作社|专业合作社|合作社联合社|合作社|有限合伙|普通合伙|特殊普通合伙|个体工商户|集团|(?:co\.?,?)?(?:ltd|limited|inc|corp|corporation|llc|gmbh|ag|kg|company|co)\.?)$/u
/** Behind a company's form: a part of it that is named for itself. */
const branchTail =
  /^.*(?:公司|合作社|联合社|集团)(\(?\p{Script=Han}{0,12}(?:分公司|支公司|分社|分厂|分店|办事处|经营部|门市部|项目部|厂|矿|站|店|车间|研究所|研究院|事业部)\)?)$/u

/** Takes a name apart. A person's name stays whole: nothing about it can be left out. */
export function partsOfName(name: string, person: boolean, readPlace: ReadPlace): NameParts {
  const former: string[] = []
  const keep = (_: string, old: string) => {
    former.push(old)
    return ''
  }
  const spelling = sameName(name).replace(formerNote, keep).replace(formerTail, keep).replace(trailing, '')
  const letters = spelling.replace(marks, '')
  const sorted = letters.length < 8 ? '' : [...letters].sort().join('')
  const whole = { spelling, letters, sorted, former, place: null, inner: [], core: letters, form: '', group: false, branch: null }
  if (person) return { ...whole, class: 'person' }

  const branch = branchTail.exec(spelling)?.[1] ?? null
  const head = branch === null ? spelling : spelling.slice(0, -branch.length)
  const group = /集团/u.test(head)
  const plain = head.replace(/\(集团\)/gu, '')
  const found = readPlace(plain)
  const rest = found ? plain.slice(found.length) : plain
  // 朝阳厂: without the place there would be nothing left to tell by.
  const place = found && coreOf(rest).length >= 2 ? { code: found.code, text: plain.slice(0, found.length) } : null
  const body = place ? rest : plain
  return {
    ...whole,
    class: /公司|集团|ltd|inc|corp|gmbh/u.test(head) ? 'company' : /合作社|联合社/u.test(head) ? 'cooperative' : 'other',
    place,
    inner: [...plain.matchAll(/\(([^()]+)\)/gu)].map(([, word]) => word!).filter((word) => !/公司|集团|合伙|个体/u.test(word)),
    core: coreOf(body),
    form: formOf(plain),
    group,
    branch: branch === null ? null : branch.replace(marks, ''),
  }
}

const unbracketed = (body: string): string => body.replace(/[()]/gu, '')

function coreOf(body: string): string {
  let core = unbracketed(body)
  for (let found = forms.exec(core); found && found.index > 0; found = forms.exec(core)) core = core.slice(0, found.index)
  return core.replace(marks, '')
}

function formOf(plain: string): string {
  const found = forms.exec(unbracketed(plain))?.[0] ?? ''
  return found === '集团' ? '' : found.replace(marks, '')
}
