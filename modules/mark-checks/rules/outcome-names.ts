/** The outcomes of a mark check as the office calls them (核验结论); the same on screens, in lists and workbooks. */
export const outcomeNames = {
  ok: '未发现问题',
  'irregular-mark': '标注不规范',
  J1a: '涉嫌假冒专利（未授权即标注）',
  J1b: '涉嫌假冒专利（终止、无效后标注）',
  J1c: '涉嫌假冒专利（标注他人专利号）',
  J2: '涉嫌销售假冒专利的产品',
  J3: '涉嫌假冒专利（材料中称为专利）',
  J4: '涉嫌假冒专利（伪造、变造文件）',
  J5: '涉嫌假冒专利（其他混淆行为）',
  'refer-to-infringement': '属于专利侵权纠纷',
  'not-in-register': '台账未查到',
  'needs-verification': '暂不认定，需核实',
} as const

export type OutcomeName = keyof typeof outcomeNames

/** How an outcome is coloured beside its word. */
export const outcomeTone = (outcome: string): 'good' | 'look' | 'suspect' | 'plain' =>
  outcome === 'ok' ? 'good' : outcome === 'not-in-register' ? 'plain' : /^J/.test(outcome) ? 'suspect' : 'look'

/**
 * Whether what the register could not answer goes on the list of what is to be verified at the national source (待联网核查清单):
 * without a number there is nothing to look up anywhere.
 */
export const toLookUp = (answer: {
  readonly outcome: string
  readonly each: readonly { readonly canonical: string | null }[]
}): boolean =>
  (answer.outcome === 'not-in-register' || answer.outcome === 'needs-verification') &&
  answer.each.some((one) => one.canonical !== null)
