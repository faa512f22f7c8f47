import { type Asked, address } from './asked.ts'
import { type Html, html } from './html.ts'
import { doors, type Page } from './page.ts'
import type { Site } from './state.ts'
import { styleSheet } from './style-sheet.ts'

/** What the frame tells of the installation. */
export interface Around {
  readonly site: Site
  /** The demonstration day in words; null in a real office. */
  readonly demonstration: string | null
}

/** A whole page: head, skip link, header with the four doors, breadcrumbs, the page itself, footer. */
export function framed(page: Page, asked: Asked, here: string, { site, demonstration }: Around): Html {
  const { say, view } = asked
  const title = page.title === null ? site.name : `${page.title} - ${site.name}`
  return html`<!doctype html>
<html lang="${view.language === 'en' ? 'en' : 'zh-CN'}" class="${view.large ? 'large' : ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.about}">
<meta name="SiteName" content="${site.name}">
${site.siteCode && html`<meta name="SiteIDCode" content="${site.siteCode}">`}
<meta name="ColumnName" content="${page.title ?? say('home')}">
<meta name="ColumnDescription" content="${page.about}">
<meta name="format-detection" content="telephone=no">
${page.canonical === null ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${`${site.origin ?? ''}${page.canonical}`}">`}
<link rel="icon" href="/portal/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="${styleSheet.path}">
</head>
<body>
<a class="skip" href="#main">${say('skip')}</a>
${header(page, asked, here, site)}
${demonstration && html`<p class="demonstration" role="note">${say('demonstration', { day: demonstration })}</p>`}
<main id="main" tabindex="-1">
${breadcrumbs(page, asked)}
${page.title !== null && html`<h1>${page.title}</h1>`}
${page.main}
</main>
${footer(asked, site)}
</body>
</html>
`
}

function header(page: Page, { say, view }: Asked, here: string, site: Site): Html {
  const name =
    page.title === null ? html`<h1 class="site">${site.name}</h1>` : html`<p class="site"><a href="/">${site.name}</a></p>`
  const other = view.language === 'en' ? 'zh' : 'en'
  return html`<header>
<div class="bar">
${name}
<nav class="switches" aria-label="${say('switches')}">
<a href="${switched(here, 'large', view.large ? '0' : '1')}">${view.large ? say('large.off') : say('large.on')}</a>
<a href="${switched(here, 'language', other)}" lang="${other === 'en' ? 'en' : 'zh-CN'}">${other === 'en' ? 'English' : '中文'}</a>
</nav>
</div>
<nav class="doors" aria-label="${say('doors')}">
<ul>
${[...doors, { door: 'mark', path: '/mark-check' } as const].map(({ door, path }) =>
  door === page.door
    ? html`<li><a href="${path}" aria-current="true">${say(`door.${door}`)}</a></li>`
    : html`<li><a href="${path}">${say(`door.${door}`)}</a></li>`,
)}
</ul>
</nav>
</header>`
}

/** This very page in the other size or language. */
function switched(here: string, name: 'large' | 'language', value: string): string {
  const [path = '/', search = ''] = here.split('?', 2)
  const query = new URLSearchParams(search)
  query.delete('large')
  query.delete('language')
  return address(path, { ...Object.fromEntries(query), [name]: value })
}

function breadcrumbs({ title, above = [] }: Page, { say }: Asked): Html | null {
  if (title === null) return null
  return html`<nav class="crumbs" aria-label="${say('crumbs')}"><ol>
<li><a href="/">${say('home')}</a></li>
${above.map((one) => html`<li><a href="${one.path}">${one.title}</a></li>`)}
<li aria-current="page">${title}</li>
</ol></nav>`
}

function footer({ say }: Asked, site: Site): Html {
  const facts: readonly (readonly [keyof Site, Parameters<typeof say>[0]])[] = [
    ['host', 'footer.host'],
    ['operator', 'footer.operator'],
    ['address', 'footer.address'],
    ['phone', 'footer.phone'],
    ['siteCode', 'footer.site-code'],
    ['icp', 'footer.icp'],
    ['police', 'footer.police'],
  ]
  return html`<footer>
<nav aria-label="${say('footer.about')}"><ul>
<li><a href="/sources">${say('sources.title')}</a></li>
<li><a href="/accessibility">${say('access.title')}</a></li>
<li><a href="/app/" rel="nofollow">${say('footer.staff')}</a></li>
</ul></nav>
<dl lang="zh-CN">
${facts.map(([name, label]) => site[name] && html`<div><dt>${say(label)}</dt><dd>${site[name]}</dd></div>`)}
</dl>
<p>${say('footer.proof')}</p>
</footer>`
}
