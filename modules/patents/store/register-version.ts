import type { RegisterClient } from './client.ts'

/** The register is another one now: caches and bitmaps of the one before are stale. */
export async function raiseVersion(client: RegisterClient, region: number): Promise<void> {
  await client.query(
    `insert into patents.data_version (region_code, version) values ($1, 1)
     on conflict (region_code) do update set version = patents.data_version.version + 1`,
    [region],
  )
}
