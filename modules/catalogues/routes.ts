import { basename } from 'node:path'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import type { FileStore } from '#platform/files'
import type { Frame, Handlers } from '#platform/http'
import type { CatalogueActs } from './acts/index.ts'
import type { CatalogueRoutes, Change } from './contract.ts'
import { catalogueOverview, cataloguePage, entryPage } from './reads/catalogue-page.ts'
import { changeFor, changesFor, type Reader } from './reads/change-wire.ts'
import { scanFor } from './reads/scan.ts'
import { scanKindOf, scanLimit, scanTypes } from './scan-kind.ts'
import type { Shelf } from './shelf.ts'

/** What the catalogues' routes need of the face beyond the ordinary frame. */
export interface CatalogueFrame<Who> extends Frame<Who> {
  readonly shelf: Shelf
  readonly acts: CatalogueActs
  readonly files: FileStore
}

export function catalogueHandlers<Who extends Pick<Reader, 'id'>>(frame: CatalogueFrame<Who>): Handlers<CatalogueRoutes, Who> {
  const { db, region, clock, shelf, acts } = frame
  const reader = ({ id }: Who): Reader => ({ id, today: clock.today() })
  const see = <Reply>(who: Who, read: () => Promise<Outcome<Reply, Refusal>>) => frame.see(who, 'catalogues.see', read)
  const afterwards = async (who: Who, ran: Outcome<{ id: string }, Refusal>): Promise<Outcome<Change, Refusal>> =>
    ran.done ? changeFor(db, region, shelf, reader(who), ran.value.id) : ran
  return {
    'GET /api/catalogues': ({ who }) => see(who, async () => done(await catalogueOverview(db, region, shelf))),
    'GET /api/catalogues/:name': ({ who, params }) =>
      see(who, async () => {
        const named = shelf.named(params.name)
        return named.done ? done(await cataloguePage(db, region, named.value, clock.today())) : named
      }),
    'GET /api/catalogues/:name/entries/:entry': ({ who, params }) =>
      see(who, async () => {
        const named = shelf.named(params.name)
        if (!named.done) return named
        return entryPage({ db, region, shelf, today: clock.today() }, reader(who), named.value, params.entry)
      }),
    'POST /api/catalogues/:name/changes': async ({ who, key, params, body }) =>
      afterwards(who, await frame.act(who, key, acts.propose, { ...body, catalogue: params.name, again: null })),
    'GET /api/catalogue-changes': ({ who, query }) =>
      see(who, async () =>
        done({
          rows: await changesFor(db, region, shelf, reader(who), {
            ...(query.state ? { state: query.state } : {}),
            ...(query.catalogue ? { catalogue: query.catalogue } : {}),
          }),
        }),
      ),
    'GET /api/catalogue-changes/:id': ({ who, params }) => see(who, () => changeFor(db, region, shelf, reader(who), params.id)),
    'POST /api/catalogue-changes/:id/propose': async ({ who, key, params, body: { changeVersion, ...body } }) => {
      const found = await changeFor(db, region, shelf, reader(who), params.id)
      if (!found.done) return found
      const again = { id: params.id, version: changeVersion }
      return afterwards(who, await frame.act(who, key, acts.propose, { ...body, catalogue: found.value.catalogue, again }))
    },
    'POST /api/catalogue-changes/:id/approve': async ({ who, key, params, body }) =>
      afterwards(who, await frame.act(who, key, acts.approve, { ...body, ...params })),
    'POST /api/catalogue-changes/:id/return': async ({ who, key, params, body }) =>
      afterwards(who, await frame.act(who, key, acts.return, { ...body, ...params })),
    'POST /api/catalogue-changes/:id/withdraw': async ({ who, key, params, body }) =>
      afterwards(who, await frame.act(who, key, acts.withdraw, { ...body, ...params })),
    'POST /api/catalogue-changes/:id/sign': async ({ who, key, params, body }) =>
      afterwards(who, await frame.act(who, key, acts.sign, { ...body, ...params })),
    'POST /api/catalogue-scans': async ({ who, key, request }) => {
      // Who may not upload is told before the file is stored.
      const allowed = await frame.may(who, acts.keepScan.word, null)
      if (!allowed.done) return refuse({ ...allowed.refusal, act: acts.keepScan.label } as Refusal)
      const part = request.isMultipart() ? await request.file() : undefined
      if (part?.type !== 'file') return refuse({ code: 'scan-unreadable' })
      const stored = await frame.files.put(part.file, scanLimit, who.id)
      if (!stored.done) return stored
      const kind = await scanKindOf(frame.files.read(stored.value.digest))
      if (kind === null) return refuse({ code: 'scan-unreadable' })
      const fileName = basename(part.filename.replaceAll('\\', '/')).slice(-255) || '未命名'
      return frame.act(who, key, acts.keepScan, { fileName, kind, ...stored.value })
    },
    'GET /api/catalogue-scans/:digest': ({ who, params, reply }) =>
      see(who, async () => {
        const scan = await scanFor(db, region, params.digest)
        if (!scan.done) return scan
        await reply
          .type(scanTypes[scan.value.kind])
          .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(scan.value.fileName)}`)
          .send(frame.files.read(params.digest))
        return done(undefined)
      }),
  }
}
