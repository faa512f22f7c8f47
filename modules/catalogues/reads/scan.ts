import type { Kysely } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { type ScanKind, scanBy } from '../store/versions.ts'

/** A kept scan by its digest. Refuses scan-unknown. */
export async function scanFor(
  db: Kysely<unknown>,
  region: number,
  digest: string,
): Promise<Outcome<{ readonly fileName: string; readonly kind: ScanKind }, { code: 'scan-unknown' }>> {
  const scan = await scanBy(db, region, digest)
  return scan ? done(scan) : refuse({ code: 'scan-unknown' })
}
