import type { Kysely } from 'kysely'
import type { Bucket, Facets } from '../contract.ts'
import { clientOf } from '../store/client.ts'
import { classTitles } from './record/classes.ts'

/** The facets with the Chinese titles of IPC sections and classes, as far as the office has them. */
export async function titledFacets(db: Kysely<unknown>, facets: Facets): Promise<Facets> {
  const codes = [...facets.ipcSection, ...facets.ipcClass].flatMap(({ value }) => value ?? [])
  const titles = await classTitles(clientOf(db), codes)
  const titled = (bucket: Bucket): Bucket => ({ ...bucket, title: titles.get(`ipc ${bucket.value}`) ?? null })
  return { ...facets, ipcSection: facets.ipcSection.map(titled), ipcClass: facets.ipcClass.map(titled) }
}
