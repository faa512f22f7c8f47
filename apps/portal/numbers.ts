import { type PatentRow, readNumber } from '#modules/patents'

/** The address of a patent's page: by a number that leads to it and to no other, else by its record. */
export function patentPath({
  id,
  applicationNumber,
  publicationNumber,
}: Pick<PatentRow, 'id' | 'applicationNumber' | 'publicationNumber'>): string {
  for (const number of [applicationNumber, publicationNumber]) {
    if (number === null) continue
    const { kind, checkDigit } = readNumber(number)
    if ((kind === 'application-number' && checkDigit?.valid !== false) || kind === 'publication-number')
      return `/patents/${encodeURIComponent(number)}`
  }
  return `/patents/${id}`
}
