/** The page to go on with after the door: one of our own, whatever the address says. */
export function nextPage(next: string | undefined): string {
  return next && /^\/(?!\/)/.test(next) && !/^\/(sign-in|first-password)/.test(next) ? next : '/'
}
