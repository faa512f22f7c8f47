const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]

/**
 * The check digit (校验位) of an application number's 8 or 12 digits: `0`–`9` or `X` (专利申请号标准 ZC 0006-2003).
 * Any single wrong digit and any two neighbours changed over alter it: all weights and all differences of neighbouring
 * weights are prime to 11. Throws on anything but 8 or 12 digits: that is a bug.
 */
export function checkDigit(body: string): string {
  if (!/^(?:\d{8}|\d{12})$/.test(body)) throw new RangeError(`not the body of an application number: ${body}`)
  let sum = 0
  for (let place = 0; place < body.length; place++) sum += (body.charCodeAt(place) - 48) * weights[place]!
  const rest = sum % 11
  return rest === 10 ? 'X' : String(rest)
}

/** The number with its check digit supplied: `201610259567` → `201610259567.X`. */
export function supplyCheckDigit(body: string): string {
  return `${body}.${checkDigit(body)}`
}
