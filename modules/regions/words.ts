import type { DecisionReason } from './rules/decide-place.ts'
import type { PlaceReason } from './rules/place.ts'

type Sentences = { readonly [Code in DecisionReason['code']]: (reason: Extract<DecisionReason, { code: Code }>) => string }

const levels = { province: '省', prefecture: '市州', county: '县市', township: '乡镇' } as const

const chinese: Sentences = {
  'address-empty': () => '地址为空。',
  'address-not-chinese': () => '地址不是中文，未作识别。',
  abroad: ({ country }) => `地址在境外（${country}）。`,
  'nothing-recognised': () => '地址中没有可识别的行政区划名称。',
  elsewhere: ({ place }) => `地址在${place}。`,
  'only-down-to': ({ place, level }) => `地址只写到${levels[level]}（${place}），未写明县市。`,
  'county-written': ({ county }) => `地址写明${county}。`,
  'county-shortened': ({ text, county }) => `地址写作“${text}”，即${county}。`,
  'county-formerly': ({ text, county }) => `地址写作“${text}”，为${county}的曾用名。`,
  'county-later-in-text': ({ county }) => `县市名称未写在地址开头，正文或者括号中写有${county}。`,
  'township-of': ({ township, county }) => `地址未单独写明县市，${township}属${county}。`,
  'township-alone': ({ township, county }) =>
    `地址只写${township}，未写州和县市。本州${county}有${township}，外地可能有同名乡镇。`,
  'township-in-several': ({ township, counties }) => `${counties.join('、')}均有${township}，地址未写明县市。`,
  'township-elsewhere': ({ county, township, other }) => `地址写明${county}，而${township}属${other}，两者不一致。`,
  'city-for-prefecture': ({ text, county }) => `“${text}”之后又写${county}，前者应指自治州。`,
  'name-ambiguous': ({ text, places }) => `“${text}”可指${places.join('、')}，地址未写明。`,
  'short-name-alone': ({ text, county }) => `地址只写“${text}”，可能指${county}，也可能是其他名称。`,
  'road-like-township': ({ text, county }) => `地址中的“${text}”与${county}的乡镇、街道同名，仅供参考。`,
  'two-places': ({ places }) => `地址中写有两处：${places.join('、')}。`,
  'postcode-suggests': ({ postcode, county }) => `邮政编码${postcode}多用于${county}，仅供参考。`,
  'postcode-elsewhere': ({ postcode, county }) => `邮政编码${postcode}多用于${county}，与地址不一致，请留意。`,
  'by-hand': ({ place }) => `经人工核定为${place}。`,
  'hand-against-address': ({ place }) => `来源地址为${place}，与人工核定不一致，以人工核定为准。`,
  'sources-agree': ({ place }) => `地址与来源标注的地区一致，均为${place}。`,
  'source-words-say': ({ place }) => `来源标注的地区为${place}。`,
  'address-against-source-words': ({ address, words }) =>
    `地址为${address || '多处'}，来源标注的地区为${words || '多处'}，两者不一致。`,
  'registered-at': ({ place }) => `统一社会信用代码表明登记地为${place}，登记地不一定是所在地，仅供参考。`,
  'registered-elsewhere': ({ place }) => `统一社会信用代码表明登记地为${place}，与所在县市不同，以地址为准。`,
}

/** The sentence of one reason. */
export function placeSentence(reason: PlaceReason | DecisionReason): string {
  return (chinese[reason.code] as (reason: DecisionReason) => string)(reason)
}

/** All reasons, one after the other, each sentence once. */
export function placeSentences(reasons: readonly DecisionReason[]): string {
  return [...new Set(reasons.map(placeSentence))].join('')
}
