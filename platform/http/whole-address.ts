/** Characters of the longest part of a path that a route takes in. */
export const longestPart = 200

/**
 * An address as it can be routed: parts of its path whose escapes are no text (`%ff`, `%c0%af`, a `%` alone), or that are longer than
 * any number, become one U+FFFD, so that each face answers in its own way and not the router in English. Else the address itself.
 */
export function wholeAddress(url: string): string {
  const end = url.search(/[?#]/)
  const path = end < 0 ? url : url.slice(0, end)
  if (!path.startsWith('/') || (!path.includes('%') && path.length <= longestPart)) return url
  const whole = path
    .split('/')
    .map((part) => (isWhole(part) ? part : lost))
    .join('/')
  return whole === path ? url : whole + url.slice(path.length)
}

const lost = encodeURIComponent('\ufffd')

function isWhole(part: string): boolean {
  try {
    return decodeURIComponent(part).length <= longestPart
  } catch {
    return false
  }
}
