import type { Asked } from '../asked.ts'
import { html } from '../html.ts'
import type { Page } from '../page.ts'
import type { PortalWires } from '../wires.ts'

/** 404: what is not there, and where to go instead. */
export function missingPage(_: PortalWires, { say }: Asked): Page {
  return {
    status: 404,
    title: say('missing.title'),
    about: say('missing.title'),
    canonical: null,
    main: html`<p>${say('missing.text')}</p>
<ul class="next"><li><a href="/">${say('missing.home')}</a></li><li><a href="/patents">${say('search.title')}</a></li><li><a href="/questions">${say('door.ask')}</a></li></ul>`,
  }
}

/** 400: an address that is no text. */
export function malformedPage(_: PortalWires, { say }: Asked): Page {
  return {
    status: 400,
    title: say('malformed.title'),
    about: say('malformed.title'),
    canonical: null,
    main: html`<p>${say('malformed.text')}</p>
<ul class="next"><li><a href="/">${say('missing.home')}</a></li><li><a href="/patents">${say('search.title')}</a></li></ul>`,
  }
}

/** 429 and 503: too much at once. */
export const busyPage =
  (status: number) =>
  (_: PortalWires, { say }: Asked): Page => ({
    status,
    title: say('busy.title'),
    about: say('busy.title'),
    canonical: null,
    main: html`<p>${status === 429 ? say('busy.visitor') : say('busy.server')}</p><p><a href="/">${say('missing.home')}</a></p>`,
  })

/** 500: with the number by which the office finds what happened. */
export const brokenPage =
  (id: string) =>
  (_: PortalWires, { say }: Asked): Page => ({
    status: 500,
    title: say('broken.title'),
    about: say('broken.title'),
    canonical: null,
    main: html`<p>${say('broken.text')}</p><p>${say('broken.number')} <code>${id}</code></p><p><a href="/">${say('missing.home')}</a></p>`,
  })
