import type { HolderKind, HolderKindFound } from './rules/holder-kind.ts'
import type { NameReason } from './rules/names.ts'

type Sentences = { readonly [Code in NameReason['code']]: (reason: Extract<NameReason, { code: Code }>) => string }

const chinese: Sentences = {
  'same-spelling': () => '仅全角半角、大小写、空格或者括号写法不同，为同一名称。',
  'marks-differ': () => '仅括号、连接号等标点不同，为同一名称。',
  'former-name-noted': () => '名称相同，其中一个注明了曾用名。',
  'former-name': ({ name }) => `“${name}”在另一名称中注明为曾用名，请核定是否为同一主体。`,
  'dot-in-person-name': () => '姓名仅间隔号不同，请核定是否为同一人。',
  'other-person': () => '姓名不同。',
  'branch-of': ({ branch }) => `其中一个为另一个的分支机构（${branch}）。分支机构不是独立法人，请核定是否归并。`,
  'other-branch': ({ branches }) => `为不同的分支机构（${branches.join('、')}）。`,
  'other-kind-of-organisation': () => '主体类型不同。',
  'other-place': ({ places }) => `名称所冠地名不同（${places.join('、')}）。`,
  'place-spelling': ({ places }) => `仅地名写法不同（${places.join('、')}），请核定是否为同一主体。`,
  'place-left-out': ({ place }) => `其中一个省略了地名（${place}），请核定是否为同一主体。`,
  'too-general': () => '去掉地名后名称过于笼统，不能据此归并。',
  'legal-form': ({ forms }) =>
    `字号和行业相同，组织形式不同（${forms.map((form) => form || '未写明').join('、')}），请核定是否为同一主体。`,
  'group-left-out': () => '其中一个带有“集团”字样，请核定是否为同一主体。',
  'one-character': ({ characters: [one, other] }) => `仅一字之差（${one || '缺'}、${other || '缺'}），可能为录入差错，请核定。`,
  'order-differs': () => '用字相同，先后次序不同，请核定是否为同一主体。',
  'other-name': () => '名称不同。',
}

/** Why two names were taken for one or not. */
export function nameSentence(reason: NameReason): string {
  return (chinese[reason.code] as (reason: NameReason) => string)(reason)
}

export const holderKindNames: Readonly<Record<HolderKind, string>> = {
  enterprise: '企业',
  university: '大专院校',
  institute: '科研单位',
  government: '机关',
  individual: '个人',
  other: '其他组织',
  unknown: '未识别',
}

const because: Readonly<Record<HolderKindFound['because'], (word: string) => string>> = {
  'organisation-word': (word) => `名称中有“${word}”字样`,
  'people-like-name': () => '名称为二至四个汉字，没有单位字样',
  'transliterated-name': () => '名称为少数民族或者外国人姓名的译写形式',
  'foreign-name': () => '名称为外文姓名的写法，没有单位字样',
  'trade-word': (word) => `名称以行业用语“${word}”结尾`,
  empty: () => '没有名称',
  'nothing-tells': () => '名称中没有可供判断的字样',
}

/** 「按个人统计：名称为二至四个汉字，没有单位字样。」 */
export function holderKindSentence(found: HolderKindFound): string {
  const name = found.kind === 'unknown' ? '权利人类型未识别' : `按${holderKindNames[found.kind]}统计`
  return `${name}：${because[found.because](found.word ?? '')}。`
}

/** Refusals of this module → sentences. */
export const enterpriseWords = {
  'holder-unknown': () => '没有找到该权利人，其名称可能已并入其他权利人。请在权利人列表中按名称查找。',
  'same-holder': () => '两个名称已属于同一权利人，不需要合并。',
  'name-not-here': ({ name }: { name?: unknown }) => `该权利人名下没有“${String(name)}”这一名称，请刷新页面后再办理。`,
  'only-name': () => '该权利人只有这一个名称，不能分开。',
  'pair-unknown': () => '没有找到该组疑似相同的名称，请刷新页面。',
  'pair-decided': () => '该组名称已经核定，请刷新页面查看结果。如需更改，请先撤销原核定。',
  'decision-unknown': () => '没有找到该项核定，可能已被撤销。请刷新页面后再办理。',
  'moved-since': () => '此后又对其中的名称作过合并或者分开，请先撤销其后的核定。',
} as const

/** A decision as it reads on the page of one of the two holders. */
export function decisionSentence(
  kind: 'joined' | 'separated' | 'apart',
  { here, other, names }: { readonly here: 'from' | 'to'; readonly other: string; readonly names: readonly string[] },
): string {
  const list = names.map((name) => `“${name}”`).join('、')
  if (kind === 'apart') return `核定与“${other}”不是同一家。`
  if (kind === 'separated') return here === 'from' ? `将${list}分开，不再归入本权利人。` : `${list}从“${other}”中分开。`
  return here === 'to' ? `将${list}并入本权利人。` : `${list}并入“${other}”。`
}
