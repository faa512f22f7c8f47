import { sameName } from '#kernel/words'

/** Whether the maker's name on the goods is one of these holders': `unclear` where it may be one, or one's firm. */
export function compareMaker(maker: string, holders: readonly string[]): 'same' | 'unclear' | 'other' {
  const asked = lettersOf(maker)
  if (asked === '' || holders.length === 0) return 'unclear'
  const known = holders.map(lettersOf)
  if (known.includes(asked)) return 'same'
  // A person's patent on the goods of his firm is the ordinary case; the register does not tell whose firm it is.
  if (known.some((name) => isPerson(name) !== isPerson(asked))) return 'unclear'
  return known.some((name) => mayBeOne(name, asked)) ? 'unclear' : 'other'
}

const lettersOf = (name: string): string => sameName(name).replace(/[^\p{L}\p{N}]+/gu, '')

const forms =
  /(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|总公司|分公司|公司|集团|工厂|总厂|分厂|厂|合作社|中心|研究院|研究所|大学|学院|学校|医院|商行|商店|经营部|作坊|工作室|协会|委员会|局|站|社|所|院|部|店|坊)$/

/** Two to four Chinese characters without the form of an organisation. */
const isPerson = (name: string): boolean => /^\p{Script=Han}{2,4}$/u.test(name) && !forms.test(name)

/** A branch, a shortened or a former name: what is left without the legal form is part of the other, or shares its beginning. */
function mayBeOne(one: string, other: string): boolean {
  const [a, b] = [one.replace(forms, ''), other.replace(forms, '')]
  if (a === b) return true
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  return shorter.length >= 3 && longer.includes(shorter)
}
