import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Asked, clean, queryOf } from './asked.ts'
import { framed } from './frame.ts'
import { keptPages, type SentPage, sentPage } from './kept-pages.ts'
import type { Page } from './page.ts'
import { accessibilityPage } from './pages/accessibility.ts'
import { brokenPage, busyPage, malformedPage, missingPage } from './pages/amiss.ts'
import { annuityPage } from './pages/annuity.ts'
import { figuresPage } from './pages/figures.ts'
import { homePage } from './pages/home.ts'
import { markCheckPage } from './pages/mark-check.ts'
import { mattersPage } from './pages/matters.ts'
import { patentPage } from './pages/patent.ts'
import { questionsPage } from './pages/questions.ts'
import { searchPage } from './pages/search.ts'
import { sourcesPage } from './pages/sources.ts'
import { type PortalState, stateReader } from './state.ts'
import { markPicture, styleSheet } from './style-sheet.ts'
import { sayer, type View, viewOf } from './view.ts'
import type { PortalWires } from './wires.ts'
import { dayInWords } from './words-of-days.ts'

export { portalSettings, SiteSetting, usualName } from './state.ts'
export type { PortalWires } from './wires.ts'

type Make = (wires: PortalWires, asked: Asked, state: PortalState) => Promise<Page> | Page

/** Address → page. A page that asks the register takes more from the server, so one visitor may ask for fewer of them. */
const pages: readonly { readonly path: string; readonly page: Make; readonly searches?: true }[] = [
  { path: '/', page: homePage },
  { path: '/patents', page: searchPage, searches: true },
  { path: '/patents/:rest', page: patentPage, searches: true },
  { path: '/mark-check', page: markCheckPage, searches: true },
  { path: '/annuity', page: annuityPage },
  { path: '/matters', page: mattersPage },
  { path: '/questions', page: questionsPage },
  { path: '/figures', page: figuresPage },
  { path: '/sources', page: sourcesPage },
  { path: '/accessibility', page: accessibilityPage },
]

/** Searches a minute from one address; an office building shares one. */
const searchesPerMinute = 600

/** Nothing but this site's own style, pictures and forms: there is no script at all. */
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The portal (门户) as the server mounts it. */
export interface Portal {
  /** Answers what no route knows, as a page; false where the portal is switched off. */
  readonly missing: (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>
}

/**
 * Mounts the public face at `/`: pages made on the server, out of the public register alone. With the setting
 * `portal.enabled` false `/` leads to the office and the other pages are not there.
 */
export async function mountPortal(app: FastifyInstance, wires: PortalWires): Promise<Portal> {
  const stateNow = stateReader(wires)
  const keep = keptPages()

  const make = async (page: Page | Promise<Page>, asked: Asked, here: string, { site }: PortalState): Promise<SentPage> => {
    const made = await page
    const demonstration = wires.clock.demonstration ? dayInWords(wires.clock.today(), asked.view) : null
    return sentPage(made.status ?? 200, String(framed(made, asked, here, { site, demonstration })))
  }

  const answer = async (request: FastifyRequest, reply: FastifyReply, page: Make, kept: boolean): Promise<FastifyReply> => {
    const { asked, view, keepView } = askedOf(request)
    const state = await stateNow()
    if (!state.enabled) return request.url.split('?')[0] === '/' ? reply.redirect('/app/') : (reply.callNotFound() as never)
    if (isMalformed(request)) return amiss(request, reply, malformedPage)
    const here = hereOf(request)
    const making = () => make(page(wires, asked, state), asked, here, state)
    const sent = kept ? await keep(`${view.language} ${view.large} ${here}`, state.version, making) : await making()
    for (const { name, value } of keepView)
      reply.setCookie(name, value, { path: '/', maxAge: 31_536_000, httpOnly: true, sameSite: 'lax' })
    reply.header('cache-control', keepView.length > 0 || sent.status !== 200 ? 'no-store' : 'public, max-age=60')
    return send(request, reply, sent)
  }

  const amiss = async (request: FastifyRequest, reply: FastifyReply, page: Make): Promise<FastifyReply> => {
    reply.header('cache-control', 'no-store')
    const { asked } = askedOf(request)
    const state = await stateNow()
    return send(request, reply, await make(page(wires, asked, state), asked, '/', state))
  }

  await app.register(async (portal) => {
    portal.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
      const status = error.statusCode ?? 500
      if (status === 429 || status === 503) return amiss(request, reply, busyPage(status))
      if (status >= 400 && status < 500) return amiss(request, reply, missingPage)
      request.log.error({ err: error, requestId: request.id }, 'portal page failed')
      return amiss(request, reply, brokenPage(request.id))
    })
    for (const { path, page, searches } of pages)
      portal.get(
        path,
        {
          schema: { hide: true },
          ...(searches
            ? { config: { rateLimit: { max: wires.searchesPerMinute ?? searchesPerMinute, timeWindow: '1 minute' } } }
            : {}),
        },
        (request, reply) => answer(request, reply, page, true),
      )
    portal.get(styleSheet.path, { schema: { hide: true } }, (request, reply) => {
      reply.header('cache-control', 'public, max-age=31536000, immutable')
      return send(request, reply, sheet, 'text/css; charset=utf-8')
    })
    portal.get('/portal/mark.svg', { schema: { hide: true } }, (_, reply) =>
      reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(markPicture),
    )
    portal.get('/robots.txt', { schema: { hide: true } }, async (_, reply) => {
      const { enabled } = await stateNow()
      return reply.type('text/plain; charset=utf-8').send(enabled ? openRobots : 'User-agent: *\nDisallow: /\n')
    })
  })

  return {
    missing: async (request, reply) => {
      const { enabled } = await stateNow()
      if (enabled) await amiss(request, reply, isMalformed(request) ? malformedPage : missingPage)
      return enabled
    },
  }
}

const sheet = sentPage(200, styleSheet.content.toString())
const openRobots = 'User-agent: *\nDisallow: /app/\nDisallow: /api/\nDisallow: /field/\n'

/** The frame had to mend the address before it could be routed. */
const isMalformed = ({ url, originalUrl }: FastifyRequest): boolean => url !== originalUrl

interface Reading {
  readonly asked: Asked
  readonly view: View
  readonly keepView: readonly { readonly name: string; readonly value: string }[]
}

function askedOf(request: FastifyRequest): Reading {
  const query = queryOf(request.url.split('?', 2)[1] ?? '')
  const { view, keep } = viewOf(query, request.cookies)
  const rest = clean((request.params as { rest?: string } | undefined)?.rest ?? '')
  return { asked: { query, rest, view, say: sayer(view) }, view, keepView: keep }
}

/** The address as it came in, but for what only says how to show the page. */
function hereOf(request: FastifyRequest): string {
  const [path = '/', search = ''] = request.url.split('?', 2)
  const query = new URLSearchParams(search)
  query.delete('large')
  query.delete('language')
  const rest = query.toString()
  const plain = path.replace(/[^\w.~%/-]/g, encodeURIComponent)
  return rest ? `${plain}?${rest}` : plain
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, etag, plain, packed }: SentPage,
  type = 'text/html; charset=utf-8',
): Promise<FastifyReply> {
  const accepted = request.headers['accept-encoding'] ?? ''
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  const tag = `"${etag}${encoding === null ? '' : `-${encoding}`}"`
  reply.header('content-security-policy', policy).header('vary', 'cookie, accept-encoding').header('etag', tag)
  if (status === 200 && request.headers['if-none-match']?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag))
    return reply.status(304).send()
  if (encoding !== null) reply.header('content-encoding', encoding)
  return reply
    .status(status)
    .type(type)
    .send(encoding === null ? plain : await packed(encoding))
}
