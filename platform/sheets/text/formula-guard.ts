/** Beginnings that Excel or WPS may take for a formula (OWASP, CSV injection), behind any apostrophes that guard against it. */
export const formulaLike = /^'*[=+\-@\t\r\n]/

/** The text of a CSV cell, which has no other way to say that it is text. */
export const guarded = (text: string): string => (formulaLike.test(text) ? `'${text}` : text)

/** Takes off what exporters put around text so that Excel leaves it alone: `="2016…"`, a tab in front, our own apostrophe. */
export function unguarded(cell: string): string {
  switch (cell.charCodeAt(0)) {
    case 0x3d:
      return /^="[^"]*"$/.test(cell) ? cell.slice(2, -1) : cell
    case 0x27:
      return formulaLike.test(cell) ? cell.slice(1) : cell
    case 0x09:
      return cell.slice(1)
    default:
      return cell
  }
}
