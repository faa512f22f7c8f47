/** The page to go on with after the door: one of our own, whatever the address says. `/\` and `//` begin an address elsewhere. */
export function nextPage(next: string | undefined, not: RegExp): string {
  return next && /^\/(?![/\\])/.test(next) && !not.test(next) ? next : '/'
}
