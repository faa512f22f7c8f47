/**
 * Money (金额) in whole fen (分), so that sums are exact. One yuan is 100 fen.
 */
export type Fen = number & { readonly __fen: true }

/** Whole fen as money. Throws on a fraction or beyond exact integers: that is a bug. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole amount of fen: ${amount}`)
  return amount as Fen
}

/** Yuan as money, rounded half up (away from zero) to a fen. */
export function yuan(amount: number): Fen {
  return fen(roundHalfUp(Number(`${amount}e2`)))
}

/** Reads `1,234.50`, `1234.5元`, `￥12`, `3万元`, `1.5万` with at most two decimals of a yuan; null where it is no amount. */
export function readMoney(text: string): Fen | null {
  const plain = text.normalize('NFKC').replace(/[\s,¥]/gu, '')
  const found = /^(-?)(\d+)(?:\.(\d+))?(万)?元?$/u.exec(plain)
  if (!found) return null
  const places = found[4] ? 6 : 2
  const decimals = found[3] ?? ''
  if (decimals.length > places) return null
  const amount = Number(`${found[2]}${decimals.padEnd(places, '0')}`)
  return Number.isSafeInteger(amount) ? fen(found[1] && amount ? -amount : amount) : null
}

export function add(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<number>((sum, one) => sum + one, 0))
}

/** A share of an amount, rounded half up (away from zero) to a fen. `numerator / denominator` keeps 15 % exact: `share(fee, 15, 100)`. */
export function share(amount: Fen, numerator: number, denominator: number): Fen {
  const [product, divisor] = [BigInt(amount) * BigInt(numerator), BigInt(denominator)]
  const size = (product < 0n ? -product : product) * 2n
  const by = (divisor < 0n ? -divisor : divisor) * 2n
  const rounded = Number((size + by / 2n) / by)
  return fen(rounded && product < 0n !== divisor < 0n ? -rounded : rounded)
}

/** Yuan as a number, for JSON. */
export const inYuan = (amount: Fen): number => amount / 100

/** `1,234.50`: separators, two decimals only where there are fen. */
export function formatYuan(amount: Fen): string {
  const size = Math.abs(amount)
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/gu, ',')
  const rest = size % 100
  return `${amount < 0 ? '-' : ''}${whole}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`
}

/** `12.35` for 万元 with two decimals, half up: the form of reports. */
export function formatWan(amount: Fen): string {
  const hundredths = roundHalfUp(amount / 10_000)
  const size = Math.abs(hundredths)
  return `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`
}

function roundHalfUp(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value))
}
