/** What stands where in the text of an address, before any name is looked up. */
export interface AddressParts {
  /** Without postcode, labels, blanks and what stands in brackets; half width. */
  readonly main: string
  /** What stood in brackets, former addresses (原…) left out. */
  readonly asides: readonly string[]
  readonly postcode?: string
}

/** Postcodes stand first, last, in brackets or behind the word; anywhere else six digits are a house or a telephone. */
const postcodes = [
  /^[([]?(\d{6})(?!\d)[)\]]?/u,
  /邮(?:政)?编(?:码)?[:\s]*(\d{6})(?!\d)/u,
  /[([](\d{6})[)\]]$/u,
  /(?<!\d)(\d{6})$/u,
]
const label = /^(?:(?:申请人|权利人|联系|通讯|通信|注册|企业|公司)?(?:地址|住所|住址)[:\s]*)+/u

export function partsOfAddress(text: string): AddressParts {
  let rest = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff]/gu, '')
    .replace(/[〔［【]/gu, '(')
    .replace(/[〕］】]/gu, ')')
    .trim()
    .replace(label, '')
  let postcode: string | undefined
  for (const pattern of postcodes) {
    const found = pattern.exec(rest)
    if (!found) continue
    postcode = found[1]
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.trim()
    break
  }
  const asides: string[] = []
  const main = rest
    .replace(/\s+/gu, '')
    .replace(/\(([^()]*)\)?/gu, (_, aside: string) => {
      if (!/^(?:原|曾|旧)/u.test(aside)) asides.push(aside)
      return ''
    })
    .replace(label, '')
    .replace(/^(?:中华人民共和国|中国)/u, '')
  return { main, asides, ...(postcode && { postcode }) }
}
