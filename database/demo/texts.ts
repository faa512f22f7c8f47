import type { Chance } from './chance.ts'
import type { DemoRight } from './patent.ts'
import { type Thing, type Trade, type TradeName, trades } from './trades.ts'

export interface DemoText {
  /** Ends in （演示）. */
  readonly title: string
  readonly english: string
  /** 80 to 200 characters. */
  readonly abstract: string
  readonly field: string
  readonly ipc: readonly string[]
  readonly locarno?: string
}

const manners: readonly (readonly [string, string])[] = [
  ['便于清洗的', 'easy-to-clean'],
  ['可升降的', 'liftable'],
  ['折叠式', 'foldable'],
  ['多功能', 'multifunctional'],
  ['节能型', 'energy-saving'],
  ['移动式', 'mobile'],
  ['高效', 'efficient'],
  ['全自动', 'automatic'],
  ['防堵塞', 'anti-clogging'],
  ['带有除尘功能的', 'dust-removing'],
  ['便携式', 'portable'],
  ['双层', 'double-layer'],
  ['太阳能', 'solar'],
  ['可调节的', 'adjustable'],
  ['恒温', 'constant-temperature'],
  ['带有称重功能的', 'weighing'],
  ['电动', 'electric'],
  ['分体式', 'split'],
  ['低噪声', 'low-noise'],
  ['组合式', 'modular'],
]
const deeds: readonly (readonly [string, string])[] = [
  ['制备方法', 'Preparation method'],
  ['加工工艺', 'Processing technology'],
  ['生产方法', 'Production method'],
  ['处理方法及系统', 'Treatment method and system'],
]
const patterns = [
  '牡丹纹',
  '葡萄纹',
  '几何纹',
  '八坊民居',
  '花儿',
  '太子山',
  '黄河',
  '素面',
  '回纹',
  '云纹',
  '彩陶纹',
  '方形',
  '圆形',
]
const parts = [
  '机架',
  '箱体',
  '底座',
  '支架',
  '料斗',
  '传动轴',
  '输送带',
  '滑轨',
  '固定板',
  '缓冲弹簧',
  '进料口',
  '出料口',
  '滚轮',
  '控制器',
  '过滤网',
  '连接杆',
  '防护罩',
  '调节螺杆',
]
const gains = [
  '操作简便',
  '降低了劳动强度',
  '提高了工作效率',
  '维护方便',
  '节约了能源',
  '减少了粉尘污染',
  '使用寿命长',
  '适用于山区使用',
  '成本低廉',
  '便于推广应用',
  '运行平稳',
  '占地面积小',
]
const steps = [
  '选取原料并除杂',
  '清洗后沥干',
  '按配比混合均匀',
  '在恒温条件下静置',
  '分段升温',
  '冷却至室温',
  '过滤后取上清液',
  '干燥至规定含水率',
  '检验合格后包装',
  '粉碎后过筛',
  '接种后密封发酵',
]

/** Title, abstract and classes of an invented application in a trade; `device` = true keeps an invention to machines. */
export function demoText(trade: TradeName, right: DemoRight, device: boolean, chance: Chance): DemoText {
  const of: Trade = trades[trade]
  if (right === 'design') return designText(of, chance.pick(of.designs), chance)
  if (right === 'invention' && !device) return methodText(of, chance.pick(of.methods), chance)
  return deviceText(of, chance.pick(of.devices), right, chance)
}

/** The same thing as a utility model and as an invention: only the words that name the right differ. */
export const asRight = (abstract: string, right: DemoRight): string =>
  abstract.replaceAll(/本发明|本实用新型/g, right === 'invention' ? '本发明' : '本实用新型')

function deviceText(trade: Trade, thing: Thing, right: DemoRight, chance: Chance): DemoText {
  const [manner, mannerEn] = chance.pick(manners)
  const [first, second, third, fourth] = chance.shuffled(parts)
  const self = right === 'invention' ? '本发明' : '本实用新型'
  const title = `一种${manner}${thing.zh}`
  const opening = `${self}公开了${title}，属于${trade.field}技术领域，包括${first}、${second}和${third}，所述${first}的一侧设有${second}，所述${third}安装在${first}上并与${fourth}相连接。`
  return {
    title: `${title}（演示）`,
    english: `Demo: ${mannerEn} ${thing.en}`,
    abstract: fill(opening, (gain) => `${self}${gain}。`, chance),
    field: trade.field,
    ipc: classes(trade, thing, chance),
  }
}

function methodText(trade: Trade, thing: Thing, chance: Chance): DemoText {
  const [deed, deedEn] = chance.pick(deeds)
  const [first, second, third] = chance.shuffled(steps)
  const title = `一种${thing.zh}的${deed}`
  const opening = `本发明公开了${title}，属于${trade.field}技术领域，包括以下步骤：（1）${first}；（2）${second}；（3）${third}，即得。`
  return {
    title: `${title}（演示）`,
    english: `Demo: ${deedEn} for ${thing.en}`,
    abstract: fill(opening, (gain) => `本发明${gain}。`, chance),
    field: trade.field,
    ipc: classes(trade, thing, chance),
  }
}

function designText(trade: Trade, thing: Thing, chance: Chance): DemoText {
  const pattern = chance.pick(patterns)
  const name = `${thing.zh}（${pattern}）`
  const abstract =
    `1.本外观设计产品的名称：${name}（演示）。2.本外观设计产品的用途：用于${trade.field}领域的日常使用。` +
    `3.本外观设计产品的设计要点：在于${chance.pick(['形状', '图案', '形状与图案的结合', '图案与色彩的结合'])}。` +
    '4.最能表明设计要点的图片或者照片：立体图。5.省略视图：仰视图无设计要点，故省略。'
  return { title: `${name}（演示）`, english: `Demo: ${thing.en}`, abstract, field: trade.field, ipc: [], locarno: thing.code }
}

/** Adds advantages until the text has the length of an abstract. */
function fill(opening: string, closing: (gains: string) => string, chance: Chance): string {
  const [first, ...more] = chance.shuffled(gains)
  const said = [first!]
  const wanted = 85 + chance.below(75)
  while ([...opening, ...closing(said.join('，'))].length < wanted && more.length > 0) said.push(more.pop()!)
  return opening + closing(said.join('，'))
}

function classes(trade: Trade, thing: Thing, chance: Chance): string[] {
  if (!chance.happens(35)) return [thing.code]
  return [...new Set([thing.code, chance.pick(trade.devices).code])]
}
