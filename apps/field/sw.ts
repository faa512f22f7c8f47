/**
 * The service worker (离线启动): keeps the files of one build and answers with them, so that the app opens without a network.
 * The build writes the list of its files into this one, so each build has a worker of its own, and the browser notices the
 * newer by its bytes. What comes from /api is never kept here: the register's copy is in the app's own database.
 */
interface Extendable extends Event {
  readonly waitUntil: (until: Promise<unknown>) => void
}
interface Asked extends Extendable {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
interface Worker {
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly location: Location
  addEventListener(what: 'install' | 'activate', deed: (event: Extendable) => void): void
  addEventListener(what: 'fetch', deed: (event: Asked) => void): void
  addEventListener(what: 'message', deed: (event: MessageEvent) => void): void
}
const worker = self as unknown as Worker

/** The build's files and the digest of them all; the plug-in in vite.config.ts writes both. */
const files = JSON.parse('["__FILES__"]') as readonly string[]
const build = '__BUILD__'

const base = new URL('./', worker.location.href).pathname
const prefix = 'zhizhou-field-'
const shell = `${base}index.html`

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || !pathname.startsWith(base)) return
  event.respondWith(request.mode === 'navigate' ? fromBuild(shell, request) : fromBuild(pathname, request))
})

/** All files or none: a build that cannot be kept whole is not installed, and the older one goes on. */
async function install(): Promise<void> {
  const cache = await caches.open(prefix + build)
  await cache.addAll(files.map((file) => new Request(base + file, { cache: 'reload' })))
}

/** The builds before this one go; windows that are open are this worker's from now on. */
async function activate(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== prefix + build).map((name) => caches.delete(name)))
  await worker.clients.claim()
}

/** Out of the build, and from the network only what it does not hold or what the phone's system cleared away. */
async function fromBuild(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(prefix + build)
  return (await cache.match(path)) ?? fetch(request)
}
