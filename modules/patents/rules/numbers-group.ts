/**
 * A canonical number as certificates and papers print it, in groups with blanks: `ZL 2016 1 0259567.X`, `CN 109417194 B`,
 * `9162 2900 MA12 3456 78`. What has no grouping comes back as it is; `readNumber` reads every group back.
 */
export function groupNumber(canonical: string): string {
  return (
    grouped(/^(ZL)?(\d{4})(\d)(\d{7}\.[\dX])$/, canonical) ??
    grouped(/^(ZL)?(\d{2})(\d)(\d{5}\.[\dX])$/, canonical) ??
    grouped(/^(CN)(\d{7}|\d{9})([A-Z]\d?)?$/, canonical) ??
    grouped(/^([0-9A-Z]{4})([0-9A-Z]{4})([0-9A-Z]{4})([0-9A-Z]{4})([0-9A-Z]{2})$/, canonical) ??
    canonical
  )
}

function grouped(shape: RegExp, text: string): string | undefined {
  return shape.exec(text)?.slice(1).filter(Boolean).join(' ')
}
