import { holderKindOf } from './holder-kind.ts'
import { type NameParts, partsOfName, type ReadPlace } from './names-parts.ts'

/**
 * same: one name in two spellings, unified by itself; likely: probably one organisation or a part of it, for the queue;
 * different: not the same, whatever they share.
 */
export type Verdict = 'same' | 'likely' | 'different'

/** Why two names are taken for one or not; `words.ts` holds the sentences. */
export type NameReason =
  | { readonly code: 'same-spelling' }
  | { readonly code: 'marks-differ' }
  | { readonly code: 'former-name-noted' }
  | { readonly code: 'former-name'; readonly name: string }
  | { readonly code: 'dot-in-person-name' }
  | { readonly code: 'other-person' }
  | { readonly code: 'branch-of'; readonly branch: string }
  | { readonly code: 'other-branch'; readonly branches: readonly [string, string] }
  | { readonly code: 'other-kind-of-organisation' }
  | { readonly code: 'other-place'; readonly places: readonly [string, string] }
  | { readonly code: 'place-spelling'; readonly places: readonly [string, string] }
  | { readonly code: 'place-left-out'; readonly place: string }
  | { readonly code: 'too-general' }
  | { readonly code: 'legal-form'; readonly forms: readonly [string, string] }
  | { readonly code: 'group-left-out' }
  | { readonly code: 'one-character'; readonly characters: readonly [string, string] }
  | { readonly code: 'order-differs' }
  | { readonly code: 'other-name' }

export interface NameVerdict {
  readonly verdict: Verdict
  readonly reason: NameReason
}

/** What is compared: a name taken apart once, however often it is compared. */
export function readName(name: string, readPlace: ReadPlace): NameParts {
  return partsOfName(name, holderKindOf(name).kind === 'individual', readPlace)
}

/**
 * Whether two applicants' names (申请人名称) are one organisation's. Width, brackets, blanks and marks are spelling;
 * legal form, branch, former name, place and a single character are likely. Of people only the spelling is compared, and
 * the same name does not make two people one.
 */
export function compareNames(one: string, other: string, readPlace: ReadPlace): NameVerdict {
  return compareParts(readName(one, readPlace), readName(other, readPlace))
}

export function compareParts(one: NameParts, other: NameParts): NameVerdict {
  if (one.spelling === other.spelling)
    return same({ code: one.former.length + other.former.length > 0 ? 'former-name-noted' : 'same-spelling' })
  const person = one.class === 'person' || other.class === 'person'
  if (one.letters === other.letters && one.letters !== '')
    return person ? likely({ code: 'dot-in-person-name' }) : same({ code: 'marks-differ' })
  if (person) return different({ code: one.class === other.class ? 'other-person' : 'other-kind-of-organisation' })
  const former = formerNameOf(one, other) ?? formerNameOf(other, one)
  if (former !== null) return likely({ code: 'former-name', name: former })
  if (one.class !== other.class) return different({ code: 'other-kind-of-organisation' })
  return compareOrganisations(one, other)
}

function formerNameOf(one: NameParts, other: NameParts): string | null {
  const letters = (name: string) => name.replace(/[^\p{L}\p{N}]+/gu, '')
  return (
    one.former.find((name) => letters(name) === other.letters || other.former.some((old) => letters(old) === letters(name))) ??
    null
  )
}

function compareOrganisations(one: NameParts, other: NameParts): NameVerdict {
  const places = [one.place?.text ?? '', other.place?.text ?? ''] as const
  const coreSame = one.core === other.core && one.core !== ''
  const edit = coreSame ? null : oneEdit(one.core, other.core)
  if (!coreSame && !edit) {
    const reordered = one.sorted !== '' && one.sorted === other.sorted
    return reordered ? likely({ code: 'order-differs' }) : different({ code: 'other-name' })
  }
  const placed = comparePlaces(one, other)
  if (placed === 'apart') return different({ code: 'other-place', places })
  if (edit) {
    const slip = placed !== 'left-out' && one.branch === other.branch && isSlip(one, other, edit)
    return slip ? likely({ code: 'one-character', characters: edit.characters }) : different({ code: 'other-name' })
  }
  if (placed === 'left-out' && (one.class === 'other' || one.core.length < 4)) return different({ code: 'too-general' })
  if (one.branch !== other.branch) {
    if (one.branch !== null && other.branch !== null)
      return different({ code: 'other-branch', branches: [one.branch, other.branch] })
    return likely({ code: 'branch-of', branch: (one.branch ?? other.branch)! })
  }
  if (placed === 'left-out') return likely({ code: 'place-left-out', place: places.find((text) => text !== '')! })
  if (one.form !== other.form) return likely({ code: 'legal-form', forms: [one.form, other.form] })
  if (placed === 'spelling') return likely({ code: 'place-spelling', places })
  if (one.group !== other.group) return likely({ code: 'group-left-out' })
  return likely({ code: 'order-differs' })
}

/** left-out: one name has no place, or only the larger one (甘肃 for 甘肃临夏). */
function comparePlaces(one: NameParts, other: NameParts): 'same' | 'spelling' | 'left-out' | 'apart' {
  if (!one.place && !other.place) return 'same'
  if (!one.place || !other.place) return 'left-out'
  if (one.place.code === other.place.code) return one.place.text === other.place.text ? 'same' : 'spelling'
  const [longer, shorter] = [digitsOf(one.place.code), digitsOf(other.place.code)].sort((a, b) => b.length - a.length) as [
    string,
    string,
  ]
  return longer.startsWith(shorter) ? 'left-out' : 'apart'
}

/** 620000 → 62, 622900 → 6229: what all divisions inside begin with. */
const digitsOf = (code: number): string => String(code).replace(/(?:00)+$/, '')

interface Edit {
  /** How many characters the two words share in front. */
  readonly at: number
  /** What the one has there and the other; empty where it has nothing. */
  readonly characters: readonly [string, string]
}

/** The one step that makes one word of the other: a character replaced or left out, or two neighbours exchanged; null where it takes more. */
function oneEdit(one: string, other: string): Edit | null {
  if (one === other || Math.abs(one.length - other.length) > 2 || sharedEnds(one, other) < Math.max(one.length, other.length) - 4)
    return null
  const [a, b] = [[...one], [...other]]
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  let end = 0
  while (end < a.length - at && end < b.length - at && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [left, right] = [a.slice(at, a.length - end), b.slice(at, b.length - end)]
  const exchanged = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
  return (left.length <= 1 && right.length <= 1) || exchanged ? { at, characters: [left.join(''), right.join('')] } : null
}

/** How many UTF-16 units two words share in front and behind; tells most pairs apart at once. */
function sharedEnds(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length)
  let front = 0
  while (front < shorter && one[front] === other[front]) front++
  let behind = 0
  while (behind < shorter - front && one[one.length - 1 - behind] === other[other.length - 1 - behind]) behind++
  return front + behind
}

/** Characters that make another name wherever they stand. */
const telling = /[\p{N}a-z一二三四五六七八九十百千万甲乙丙丁东西南北中上下前后左右内外大小新老高省市县区州镇乡村国]/u
/** Trades whose names differ in one character and are not slips of each other. */
const trades = new Set(
  (
    '机械 机电 机器 电子 电力 电气 电器 电工 电缆 电源 化工 化学 化纤 化肥 科技 技术 实业 工业 农业 牧业 林业 渔业 药业 医药 制药 铝业 铜业 镍业 钛业 钒业 锌业 矿业 钢铁 矿机 重机 光学 光子 光通 冰箱 冰柜 ' +
    '食品 药品 用品 饮品 制品 产品 商贸 工贸 贸易 水电 风电 光电 火电 核电 水泥 水务 水利 热电 热力 动力 建材 建设 建筑 建工 能源 新能 材料 涂料 塑料 饲料 肥料 ' +
    '纸业 酒业 盐业 置业 物业 乳业 糖业 种业 茶业 蛋业 木业 塑业 船业 车业 服务 服饰 服装 皮革 皮毛 汽车 汽配 轮胎 销售 投资 物流 信息 网络 软件 智能 环保 环境 生物 养殖 种植 加工 ' +
    '刺绣 砖雕 木雕 玉雕 啤酒 白酒 红酒'
  ).split(' '),
)

/** Whether one differing character is likely a slip: not in a short name, not a number or direction, not another place or trade. */
function isSlip(one: NameParts, other: NameParts, { at, characters }: Edit): boolean {
  const [a, b] = [[...one.core], [...other.core]]
  if (Math.min(a.length, b.length) < 5 || telling.test(characters.join(''))) return false
  if (one.inner.length > 0 && one.inner.length === other.inner.length && one.inner.join() !== other.inner.join()) return false
  const isTrade = (word: readonly string[], from: number) => from >= 0 && trades.has(word.slice(from, from + 2).join(''))
  return ![at - 1, at].some((from) => isTrade(a, from) && isTrade(b, from))
}

const same = (reason: NameReason): NameVerdict => ({ verdict: 'same', reason })
const likely = (reason: NameReason): NameVerdict => ({ verdict: 'likely', reason })
const different = (reason: NameReason): NameVerdict => ({ verdict: 'different', reason })
