import { sameName } from '#kernel/words'
import { surnameOf } from './surnames.ts'

/** The kinds of right holders (权利人类型); schools below college, hospitals, associations and the like are `other`. */
export type HolderKind = 'enterprise' | 'university' | 'institute' | 'government' | 'individual' | 'other' | 'unknown'

/** What in the name told; `word` is the part of it. */
export interface HolderKindFound {
  readonly kind: HolderKind
  readonly because:
    | 'organisation-word'
    | 'people-like-name'
    | 'transliterated-name'
    | 'foreign-name'
    | 'trade-word'
    | 'empty'
    | 'nothing-tells'
  readonly word?: string
}

/** In this order: what an organisation calls itself last decides, but a company stays one whatever its company is called after. */
const words: readonly (readonly [HolderKind, RegExp])[] = [
  [
    'enterprise',
    /(?:公司|\(?有限合伙\)?|\(?普通合伙\)?|合伙企业|个体工商户|个体户|株式会社|会社|주식회사|\(有限公司\)|集团)(?=[()]|$)/u,
  ],
  ['enterprise', /公司|株式会社|주식회사|合作社|联合社|家庭农场/u],
  ['other', /(?:医院|卫生院|保健院|卫生所|诊所|疾控中心|疾病预防控制中心|急救中心|血站|敬老院|福利院)$/u],
  ['other', /(?:中学|小学|幼儿园|第[一二三四五六七八九十]+中|[一二三四五六七八九十]中|少年宫|中心校|教学点)$/u],
  ['university', /(?:大学|(?<!科)学院|学校|职校|党校|技校|大学堂|分校|校区)$/u],
  [
    'institute',
    /(?:研究院|研究所|科学院|科学所|设计院|勘察院|勘测院|设计所|研究室|研究会|实验室|技术院|工程院|农科院|林科所|农科所|研究总院|设计总院)$/u,
  ],
  ['institute', /(?:研究|研发|技术|科技|检测|检验|检疫|试验|实验|监测|推广|工程|改良|种子|创新)[^局厅]{0,6}(?:中心|站|基地)$/u],
  ['institute', /(?:试验场|良种场|检验所|检测所|检定所|计量所|监测站|推广站|农技站|兽医站|种子站|气象站)$/u],
  ['institute', /(?:大学|学院).{0,12}(?:研究院|研究所|实验室|中心)$/u],
  ['enterprise', /(?:供电|电力|工程|勘探|铁路|邮政|电业|电信|中铁.{1,4}|中交.{1,4}|石油|盐务)(?:分)?局$/u],
  [
    'government',
    /(?:人民政府|政府|委员会|管委会|局|厅|法院|检察院|办公室|办事处|街道办|税务所|市场监管所|公安处|支队|大队|总队|海关|监狱|戒毒所|部队|军区|武装部|管理处|管理站|监督所|执法所|机关)$/u,
  ],
  [
    'other',
    /(?:村民委员会|村委会|居民委员会|居委会|社区|协会|学会|商会|联合会|基金会|促进会|工会|共青团|妇联|寺|教堂|博物馆|图书馆|文化馆|纪念馆|档案馆|电视台|报社|出版社|事业单位|公园|景区|中心)$/u,
  ],
  [
    'enterprise',
    /(?:厂|总厂|分厂|矿|店|商行|商号|公社|经营部|营业部|门市部|批发部|加工部|服务部|销售部|工作室|作坊|工坊|超市|商场|酒店|饭店|宾馆|餐厅|饭庄|农场|林场|牧场|养殖场|种植场|屠宰场|加工场|砖瓦场|场|车间|农庄|庄园|合作联社|信用社|银行|事务所|企业|实业|作业点|加工点|养殖户|种植户|农家乐|茶楼|行|坊|铺|庄|轩|阁|斋)$/u,
  ],
]
/** 居民委员会 and 村民委员会 end like offices and are none. */
const selfGoverning = /(?:村民|居民)委员会$|(?:村|居)委会$/u

const foreignWords: readonly (readonly [HolderKind, RegExp])[] = [
  ['university', /\b(?:university|universit[àéäy]t?|universidad|college|institute of technology|school)\b/u],
  ['institute', /\b(?:institutes?|institut|research cent(?:er|re)|laborator(?:y|ies)|academy)\b/u],
  [
    'enterprise',
    /(?:\b(?:inc|ltd|limited|corp|corporation|co|company|gmbh|ag|kg|llc|plc|bv|nv|oy|ab|sa|spa|srl|holdings?|group|industries|technologies|pty)\b)|b\.v\.|n\.v\.|s\.a\.|s\.p\.a|k\.k\./u,
  ],
  ['government', /\b(?:ministry|department of|secretary of|government)\b/u],
]

/** Words of trade that no given name is made of: 格力电器 is a firm that left its form out. */
const tradeAtEnd =
  /(?:电器|电子|电气|科技|实业|食品|药业|医药|牧业|农业|化工|建材|建设|机械|集团|刺绣|砖雕|皮革|服饰|水泥|水电|能源|矿业|生物|养殖|商贸|股份|制品|设备)$/u

/** Syllables of Muslim given names as written in Chinese; a name of five and more of them is a person's: 马穆罕默德. */
const transliteration =
  /^[阿卜布不拜杜都独拉尔勒里哈罕默德吉者麦买穆木姆目伊以一依易斯司玛麻力力萨撒色赛沙苏索素非菲娅雅亚娜尼娘尕海米热乙艾爱本奴努努尤优由胡祖白克开力克木白法蒂图塔提合合麻曼美]+$/u

/**
 * What kind of holder a name is of, by what the name says of itself. Names without any organisation's word are a person's where they
 * look like one: two to four characters behind a surname, a middle dot (买买提·吐尔逊), a foreigner's transliteration or Latin name.
 */
export function holderKindOf(name: string): HolderKindFound {
  const plain = sameName(name)
    .replace(/\((?:曾用名|原)[^()]*\)/gu, '')
    .replace(/等$/u, '')
  if (plain === '') return { kind: 'unknown', because: 'empty' }
  if (!/\p{Script=Han}|\p{Script=Hangul}/u.test(plain)) return kindOfForeign(name)
  const self = selfGoverning.exec(plain)
  if (self) return { kind: 'other', because: 'organisation-word', word: self[0] }
  const person =
    /^\p{Script=Han}{2,3}$/u.test(plain) && surnameOf(plain) !== null && !/(?:公司|大学|医院|银行|集团)$/u.test(plain)
  if (person && !/(?:厂|店|局|矿|院|校|所)$/u.test(plain)) return { kind: 'individual', because: 'people-like-name', word: plain }
  for (const [kind, pattern] of words) {
    const word = pattern.exec(plain)?.[0]
    if (word) return { kind, because: 'organisation-word', word }
  }
  return kindOfPerson(plain)
}

function kindOfPerson(plain: string): HolderKindFound {
  const trade = tradeAtEnd.exec(plain)?.[0]
  if (trade) return { kind: 'enterprise', because: 'trade-word', word: trade }
  if (/^(?:[\p{Script=Han}a-z]{1,12}[·.-])+[\p{Script=Han}a-z]{1,12}\.?$/u.test(plain))
    return { kind: 'individual', because: 'transliterated-name', word: plain }
  const han = /^\p{Script=Han}+$/u.test(plain)
  const surname = surnameOf(plain)
  if (han && plain.length <= 3) return { kind: 'individual', because: 'people-like-name', word: plain }
  if (han && surname && plain.length === 4) return { kind: 'individual', because: 'people-like-name', word: plain }
  if (han && surname && plain.length <= 9 && transliteration.test(plain.slice(surname.length)))
    return { kind: 'individual', because: 'transliterated-name', word: plain }
  return { kind: 'unknown', because: 'nothing-tells' }
}

/** A name in Latin letters: two to four capitalised words without an organisation's word are a person's. */
function kindOfForeign(name: string): HolderKindFound {
  const plain = name.normalize('NFKC').trim()
  const lower = plain.toLowerCase()
  for (const [kind, pattern] of foreignWords) {
    const word = pattern.exec(lower)?.[0]
    if (word) return { kind, because: 'organisation-word', word }
  }
  const people = /^\p{Lu}[\p{L}'’.-]*(?:,? +(?:\p{Lu}[\p{L}'’.-]*|d[aei]|v[ao]n|der|bin|ibn|al)){1,4}$/u.test(plain)
  return people ? { kind: 'individual', because: 'foreign-name', word: plain } : { kind: 'unknown', because: 'nothing-tells' }
}
