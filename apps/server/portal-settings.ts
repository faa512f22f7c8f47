import { done, type Outcome, type Refusal } from '#kernel/outcome'
import { gazetteer } from '#modules/regions'
import type { Frame, Handlers } from '#platform/http'
import type { FrameRoutes, PortalSettings } from '../office/contract.ts'
import { portalSettings, usualName } from '../portal/index.ts'
import { openPortal, writePortalEntry } from './portal-acts.ts'

type Settings = 'GET /api/portal-settings' | 'PUT /api/portal-settings/open' | 'PUT /api/portal-settings/entries'

/** Answers 门户设置 for the office: one act an entry, so that the trail tells each by itself. */
export function portalSettingsHandlers<Who>(
  frame: Frame<Who>,
  officeName: () => Promise<string>,
): Handlers<Pick<FrameRoutes, Settings>, Who> {
  const { db, region } = frame
  const settings = async (): Promise<Outcome<PortalSettings, Refusal>> => {
    const [{ enabled, own }, host] = await Promise.all([portalSettings(db, region), officeName()])
    return done({ open: enabled, entries: own, usual: { name: usualName(placeName(region)), host } })
  }
  return {
    'GET /api/portal-settings': ({ who }) => frame.see(who, openPortal.word, settings),
    'PUT /api/portal-settings/open': async ({ who, key, body }) => {
      const ran = await frame.act(who, key, openPortal, body)
      return ran.done ? settings() : ran
    },
    'PUT /api/portal-settings/entries': async ({ who, key, body }) => {
      for (const [entry, text] of Object.entries(body)) {
        const ran = await frame.act(who, `${key}-${entry}`, writePortalEntry, { entry, text })
        if (!ran.done) return ran
      }
      return settings()
    },
  }
}

/** What the prefecture is called where no gazetteer names it. */
export const placeName = (region: number): string => gazetteer(region).division(region)?.name ?? '本州'
