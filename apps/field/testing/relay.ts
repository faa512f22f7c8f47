import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A network between a phone and the office that a test can cut, and whose answers it can change. */
export interface Relay {
  readonly url: string
  /** Cut, nothing comes through and open connections break. */
  cut: boolean
  /** Changes a text on its way, as a newer build would; null leaves it. */
  change: (path: string, text: string) => string | null
  /** The next answer to this path gets lost on its way back; null again once it was. */
  loseNextAnswer: string | null
  /** This path is answered with 503. */
  refuse: string | null
  /** What was asked for, `GET /path`. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

/** Relays every request to the office at `target`. */
export async function aRelay(target: string): Promise<Relay> {
  const asked: string[] = []
  const server = createServer((incoming, outgoing) => {
    if (relay.cut) return void incoming.socket.destroy()
    asked.push(`${incoming.method} ${incoming.url}`)
    if (relay.refuse === incoming.url) return void outgoing.writeHead(503).end()
    pass(
      target,
      incoming,
      outgoing,
      (path, text) => relay.change(path, text),
      () => {
        const lost = relay.loseNextAnswer === incoming.url
        if (lost) relay.loseNextAnswer = null
        return lost
      },
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const relay: Relay = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: false,
    loseNextAnswer: null,
    refuse: null,
    change: () => null,
    asked,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
  return relay
}

function pass(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  change: Relay['change'],
  lost: () => boolean,
): void {
  const headers = { ...incoming.headers, 'accept-encoding': 'identity' }
  const path = incoming.url ?? '/'
  const onward = request(new URL(path, target), { method: incoming.method, headers }, (answer) => {
    const parts: Buffer[] = []
    answer.on('data', (part: Buffer) => parts.push(part))
    answer.on('end', () => {
      if (lost()) return void outgoing.destroy()
      const whole = Buffer.concat(parts)
      const changed = /\.(js|html)$|\/$/.test(path) ? change(path, whole.toString()) : null
      const body = changed === null ? whole : Buffer.from(changed)
      const { 'content-length': _, etag: __, 'last-modified': ___, ...kept } = answer.headers
      outgoing.writeHead(answer.statusCode ?? 502, { ...kept, 'content-length': body.length })
      outgoing.end(body)
    })
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
