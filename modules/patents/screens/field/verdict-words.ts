import type { MarkOutcome } from '../../rules/marks/index.ts'

/** How an answer looks: a colour never stands alone, the sign and the words say the same. The words are those of the office (核验结论). */
export interface Verdict {
  readonly tone: 'good' | 'attention' | 'bad' | 'plain'
  readonly sign: string
  readonly words: string
}

const suspected = (words: string): Verdict => ({ tone: 'bad', sign: '✕', words })

export const verdicts: Readonly<Record<MarkOutcome, Verdict>> = {
  ok: { tone: 'good', sign: '✓', words: '未发现问题' },
  'irregular-mark': { tone: 'attention', sign: '!', words: '标注不规范' },
  J1a: suspected('涉嫌假冒专利（未授权即标注）'),
  J1b: suspected('涉嫌假冒专利（终止、无效后标注）'),
  J1c: suspected('涉嫌假冒专利（标注他人专利号）'),
  J2: suspected('涉嫌销售假冒专利的产品'),
  J3: suspected('涉嫌假冒专利（材料中称为专利）'),
  J4: suspected('涉嫌假冒专利（伪造、变造文件）'),
  J5: suspected('涉嫌假冒专利（其他混淆行为）'),
  'refer-to-infringement': { tone: 'attention', sign: '!', words: '属于专利侵权纠纷' },
  'not-in-register': { tone: 'plain', sign: '?', words: '台账未查到' },
  'needs-verification': { tone: 'attention', sign: '?', words: '暂不认定，需核实' },
}
