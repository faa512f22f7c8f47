import type { Level } from './division.ts'

/**
 * How a text calls a division. name: the official name; abbreviation: shortened but still with its rank (积石山县, 临夏州);
 * short: without rank (永靖, 刘家峡); stem: a township's two characters without rank (红园), too common to tell anything alone;
 * old: a former name or rank (华亭县, 安集乡).
 */
export type SpellingKind = 'name' | 'abbreviation' | 'short' | 'stem' | 'old'

export interface Spelling {
  readonly text: string
  readonly kind: SpellingKind
}

const peoples =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各'
/** 昌吉回族, 伊犁哈萨克: a people's name before 自治州; those of one character only with 族. */
const people = new RegExp(
  `(?:(?:${peoples})族|${peoples
    .split('|')
    .filter((name) => name.length > 1)
    .join('|')})$`,
  'u',
)

const ranks: Readonly<Record<Level, readonly string[]>> = {
  province: ['特别行政区', '自治区', '省', '市'],
  prefecture: ['自治州', '地区', '市', '盟'],
  county: ['自治县', '自治旗', '林区', '特区', '县', '市', '区', '旗'],
  township: ['街道', '镇', '乡', '苏木'],
}

/** 管理区, 开发区 and the like are written out or not at all. */
const zone = /(?:开发|管理|园|高新|示范|名胜|化工|产业|合作|度假|保税|实验|试验|矿|新)区$|新城$/u

/** Every spelling that follows from a division's official name by rule, the name itself first. */
export function spellingsOf(name: string, level: Level): Spelling[] {
  const spellings: Spelling[] = [{ text: name, kind: 'name' }]
  const rank = ranks[level].find((suffix) => name.endsWith(suffix) && name.length > suffix.length)
  if (!rank || (level === 'county' && zone.test(name))) return spellings
  const autonomous = rank.startsWith('自治')
  const ethnic = level === 'township' && rank === '乡' && name.endsWith('族乡')
  const stem = autonomous || ethnic ? withoutPeoples(name.slice(0, -rank.length)) : name.slice(0, -rank.length)
  if (stem.length < 2) return spellings
  if (autonomous)
    spellings.push({ text: `${stem}${rank}`, kind: 'abbreviation' }, { text: `${stem}${rank.at(-1)}`, kind: 'abbreviation' })
  if (ethnic) spellings.push({ text: `${stem}乡`, kind: 'abbreviation' })
  spellings.push({ text: stem, kind: level === 'township' && stem.length === 2 ? 'stem' : 'short' })
  for (const other of formerRanks(level, rank)) spellings.push({ text: `${stem}${other}`, kind: 'old' })
  return spellings.filter(({ text }, at) => at === 0 || text !== name)
}

/** As people say it: 东乡县 for 东乡族自治县; a name without peoples stays as it is. */
export function shortNameOf(name: string): string {
  const rank = /自治(?=[县旗州]$)/u.exec(name)
  return rank ? `${withoutPeoples(name.slice(0, rank.index))}${name.at(-1)}` : name
}

function withoutPeoples(text: string): string {
  let stem = text
  for (let found = people.exec(stem); found && found.index >= 2; found = people.exec(stem)) stem = stem.slice(0, found.index)
  return stem === text ? stem.replace(/(?<=..)族$/u, '') : stem
}

/** The ranks under which the same place may have stood since 1985. */
function formerRanks(level: Level, rank: string): readonly string[] {
  if (level === 'prefecture') return rank === '市' || rank === '自治州' ? ['地区'] : []
  if (level === 'county') return rank.startsWith('自治') ? [] : ['县', '市', '区'].filter((other) => other !== rank)
  if (level === 'township') return ['镇', '乡', '街道', '办事处', '公社'].filter((other) => other !== rank)
  return []
}
