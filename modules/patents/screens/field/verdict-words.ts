import type { MarkOutcome } from '../../rules/marks/index.ts'

/** How an answer looks: a colour never stands alone, the sign and the words say the same. */
export interface Verdict {
  readonly tone: 'good' | 'attention' | 'bad' | 'plain'
  readonly sign: string
  readonly words: string
}

const suspected = (words: string): Verdict => ({ tone: 'bad', sign: '✕', words: `涉嫌假冒专利：${words}` })

export const verdicts: Readonly<Record<MarkOutcome, Verdict>> = {
  ok: { tone: 'good', sign: '✓', words: '标注与台账相符' },
  'irregular-mark': { tone: 'attention', sign: '!', words: '标注不规范' },
  J1a: suspected('未被授予专利权而标注'),
  J1b: suspected('专利权终止或者被宣告无效后标注'),
  J1c: suspected('未经许可标注他人专利号'),
  J2: suspected('销售上述产品'),
  J3: suspected('在说明书等材料中作不实表述'),
  J4: suspected('伪造或者变造专利证书、专利文件'),
  J5: suspected('其他使公众混淆的行为'),
  'refer-to-infringement': { tone: 'attention', sign: '!', words: '可能涉及侵权纠纷' },
  'not-in-register': { tone: 'plain', sign: '?', words: '本系统台账未查到' },
  'needs-verification': { tone: 'attention', sign: '?', words: '需要进一步核实' },
}
