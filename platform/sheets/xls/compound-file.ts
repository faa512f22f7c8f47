import type { FileHandle } from 'node:fs/promises'

const endOfChain = 0xfffffffa
const entrySize = 128

/**
 * The names in a compound file (复合文档, [MS-CFB]): `Workbook` or `Book` in an old .xls, `EncryptedPackage` in any
 * office file with a password. Null where the directory cannot be followed.
 */
export async function compoundFileNames(file: FileHandle, fileSize: number): Promise<Set<string> | null> {
  const header = Buffer.alloc(512)
  await file.read(header, 0, 512, 0)
  const sectorSize = 1 << header.readUInt16LE(30)
  if (sectorSize !== 512 && sectorSize !== 4096) return null
  const sector = Buffer.alloc(sectorSize)
  const readSector = async (n: number) => (await file.read(sector, 0, sectorSize, (n + 1) * sectorSize)).bytesRead > 0
  const names = new Set<string>()
  const seen = new Set<number>()
  for (let n = header.readUInt32LE(48); n < endOfChain; ) {
    if (seen.has(n) || n * sectorSize > fileSize || !(await readSector(n))) return null
    seen.add(n)
    for (let at = 0; at < sectorSize; at += entrySize) {
      const length = sector.readUInt16LE(at + 64)
      if (length >= 2 && length <= 64) names.add(sector.toString('utf16le', at, at + length - 2))
    }
    // Which sector follows stands in the allocation table, whose first 109 sectors the header lists.
    const perTable = sectorSize / 4
    const table = Math.floor(n / perTable)
    if (table >= 109 || !(await readSector(header.readUInt32LE(76 + table * 4)))) return null
    n = sector.readUInt32LE((n % perTable) * 4)
  }
  return names
}
