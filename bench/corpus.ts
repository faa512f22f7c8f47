import { checkDigit } from '../modules/patents/rules/numbers.ts'

/** An invented patent (演示): enough of one to be searched, listed and counted. */
export interface CorpusPatent {
  readonly applicationNumber: string
  readonly publicationNumber: string
  readonly title: string
  readonly abstract: string
  readonly applicants: readonly string[]
  readonly inventors: readonly string[]
  readonly classes: readonly string[]
  readonly right: 'invention' | 'utility-model' | 'design'
  readonly status: string
  readonly county: number | null
  readonly holderKind: string
  readonly filedOn: string
}

/** A die with a seed: the same seed rolls the same numbers on every machine. */
export type Dice = () => number

export function dice(seed: number): Dice {
  let state = seed >>> 0
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Draws by Zipf's law: the n-th of `size` about as often as 1 / (n + flat). */
function zipf(size: number, flat = 0, steps = 1 << 16): Uint32Array {
  let sum = 0
  for (let rank = 1; rank <= size; rank++) sum += 1 / (rank + flat)
  const table = new Uint32Array(steps)
  let [rank, reached] = [0, 1 / (1 + flat) / sum]
  for (let step = 0; step < steps; step++) {
    while ((step + 0.5) / steps > reached && rank < size - 1) reached += 1 / (++rank + 1 + flat) / sum
    table[step] = rank
  }
  return table
}

const morphemes =
  '装置方法系统结构设备机构组件模块材料控制连接固定支撑传动检测处理加工成型冷却加热密封过滤输送切割焊接清洗干燥搅拌研磨电路信号数据网络图像温度压力流量速度'
const frequent = [
  '一种',
  '所述',
  '的',
  '包括',
  '用于',
  '通过',
  '设置',
  '本发明',
  '实用新型',
  '公开',
  '提供',
  '其',
  '与',
  '和',
  '在',
  '上',
  '有',
]
const latin = [
  'PE',
  'PLC',
  'LED',
  'USB',
  'PE-100',
  'WiFi',
  'ARM',
  'GPS',
  'PVC',
  'CAN',
  'DNA',
  'pH',
  'X射线',
  '3D',
  'RFID',
  'CO2',
  'Al2O3',
  'TiO2',
  'IGBT',
  'AI',
]
const marks = ['，', '，', '，', '；', '。', '、']
const topics = 160
const wordsOfTopic = 500

/** The words of the invented language: most of two characters, some of technical morphemes. */
function lexicon(roll: Dice, size: number): string[] {
  const characters = zipf(3000, 100)
  const character = () => String.fromCodePoint(0x4e00 + ((characters[Math.floor(roll() * characters.length)]! * 7 + 13) % 20_000))
  const morpheme = () => {
    const at = Math.floor(roll() * (morphemes.length / 2)) * 2
    return morphemes.slice(at, at + 2)
  }
  return Array.from({ length: size }, () => {
    const kind = roll()
    if (kind < 0.55) return character() + character()
    if (kind < 0.7) return morpheme() + character()
    if (kind < 0.8) return morpheme() + morpheme()
    if (kind < 0.92) return character() + character() + character()
    return character() + character() + character() + character()
  })
}

/** Patents as they might be: titles of about 18 characters, abstracts of about 205, subjects that keep to their words. */
export function* corpus(count: number, seed = 20201122): Generator<CorpusPatent> {
  const roll = dice(seed)
  const words = lexicon(roll, 30_000)
  const [byRank, inTopic, topicRank, holderRank] = [zipf(words.length), zipf(wordsOfTopic), zipf(topics), zipf(20_000)]
  const draw = (table: Uint32Array) => table[Math.floor(roll() * table.length)]!
  const one = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)]!
  // Each subject has its words, from anywhere in the language.
  const topicWords = Array.from({ length: topics }, () =>
    Array.from({ length: wordsOfTopic }, () => words[Math.floor(roll() ** 2 * words.length)]!),
  )
  const topicClass = Array.from(
    { length: topics },
    () => `${one([...'ABCDEFGH'])}${String(1 + Math.floor(roll() * 28)).padStart(2, '0')}${one([...'BCDFGHKLMN'])}`,
  )
  const word = (topic: number) => (roll() < 0.4 ? topicWords[topic]![draw(inTopic)]! : words[draw(byRank)]!)
  const abstract = (topic: number): string => {
    const length = 150 + Math.floor(roll() * 110)
    let text = one(['本发明公开了一种', '本实用新型提供一种', '一种'])
    while (text.length < length) {
      const kind = roll()
      if (kind < 0.22) text += one(frequent)
      else if (kind < 0.24) text += one(latin)
      else if (kind < 0.25) text += `${Math.floor(roll() * 1000)}${one(['mm', '%', '℃', 'kg', '个'])}`
      else text += word(topic)
      if (roll() < 0.12) text += one(marks)
    }
    return `${text}。`
  }
  const title = (topic: number): string => {
    let text = roll() < 0.75 ? '一种' : ''
    const length = 10 + Math.floor(roll() * 14)
    while (text.length < length) text += roll() < 0.03 ? one(latin) : roll() < 0.1 ? '的' : word(topic)
    return text + one(['装置', '方法', '系统', '结构', '设备', ''])
  }
  const holders = Array.from(
    { length: 20_000 },
    () =>
      one(['甘肃', '兰州', '临夏', '天水', '白银', '']) +
      words[Math.floor(roll() * words.length)] +
      one(['科技有限公司', '有限公司', '大学', '研究院', '制造厂', '合作社']),
  )
  const statuses = [
    'in-force',
    'in-force',
    'in-force',
    'in-force',
    'in-force',
    'lapsed',
    'lapsed',
    'lapsed',
    'expired',
    'pending',
    'rejected',
    'withdrawn',
    'unknown',
    'in-grace',
  ]
  for (let n = 0; n < count; n++) {
    const topic = draw(topicRank)
    const year = 2025 - Math.min(34, Math.floor(-Math.log(1 - roll() * 0.998) * 7))
    const right = roll()
    const kind = right < 0.35 ? 'invention' : right < 0.85 ? 'utility-model' : 'design'
    const body = `${year}${kind === 'invention' ? 1 : kind === 'utility-model' ? 2 : 3}${String((n * 9_999_991) % 10_000_000).padStart(7, '0')}`
    const subclass = topicClass[topic]!
    const county = roll()
    yield {
      applicationNumber: `${body}.${checkDigit(body)}`,
      publicationNumber: `CN${kind === 'invention' ? 1 : kind === 'utility-model' ? 2 : 3}${String((n * 99_999_989) % 100_000_000).padStart(8, '0')}${kind === 'invention' ? 'B' : kind === 'utility-model' ? 'U' : 'S'}`,
      title: title(topic),
      abstract: kind === 'design' ? '' : abstract(topic),
      applicants: [holders[draw(holderRank)]!, ...(roll() < 0.1 ? [holders[draw(holderRank)]!] : [])],
      inventors: Array.from({ length: 1 + Math.floor(roll() * 4) }, () => words[Math.floor(roll() * words.length)]!.slice(0, 3)),
      classes:
        kind === 'design'
          ? ['09-03']
          : [
              `${subclass} ${1 + Math.floor(roll() * 40)}/${String(Math.floor(roll() * 60)).padStart(2, '0')}`,
              ...(roll() < 0.5 ? [`${topicClass[draw(topicRank)]!} 1/00`] : []),
            ],
      right: kind,
      status: one(statuses),
      county:
        county < 0.03
          ? null
          : [622901, 622901, 622901, 622921, 622921, 622922, 622923, 622924, 622925, 622926, 622927][Math.floor(roll() * 11)]!,
      holderKind: one(['enterprise', 'enterprise', 'enterprise', 'individual', 'university', 'institute', 'unknown']),
      filedOn: `${year}-${String(1 + Math.floor(roll() * 12)).padStart(2, '0')}-${String(1 + Math.floor(roll() * 28)).padStart(2, '0')}`,
    }
  }
}
