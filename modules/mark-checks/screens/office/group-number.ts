/** `ZL201610259567.X` as certificates print it: `ZL 2016 1 0259567.X`; anything else as it is. */
export const groupNumber = (canonical: string): string =>
  canonical.replace(/^(ZL)?(\d{4}|\d{2})(\d)(\d{7}|\d{5})(\.[\dX])$/, (_, zl: string | undefined, year, kind, serial, check) =>
    [zl, year, kind, `${serial}${check}`].filter(Boolean).join(' '),
  )
