import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { problemOf, sendProblem, type Words } from './problem.ts'

export interface Pages {
  /** Where they are served, with both slashes: `/app/`. */
  readonly prefix: string
  /** Where the build left them; it may come, go and change while the server runs. */
  readonly folder: string
  readonly words: Words
}

/**
 * Serves a face's built pages (页面) as the folder holds them at that moment: hashed files for good, the shell anew each
 * time and for every address below the prefix. An asset of an earlier build that is gone answers 404, which the face
 * tells as 系统已更新; while there is no shell at all, a plain page says so and tries again.
 */
export async function servePages(app: FastifyInstance, { prefix, folder, words }: Pages): Promise<void> {
  const shell = (reply: FastifyReply) =>
    existsSync(join(folder, 'index.html'))
      ? reply.sendFile('index.html')
      : reply.status(503).header('retry-after', '5').type('text/html; charset=utf-8').send(building)
  app.get(prefix.slice(0, -1), { schema: { hide: true } }, async (_, reply) => reply.redirect(prefix))
  await app.register(
    async (scope) => {
      await scope.register(fastifyStatic, {
        root: folder,
        suppressWarning: true,
        index: false,
        preCompressed: true,
        setHeaders: (reply, path) => {
          const hashed = /[\\/]assets[\\/]/.test(path)
          reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
        },
      })
      scope.get('/', { prefixTrailingSlash: 'slash', schema: { hide: true } }, async (_, reply) => shell(reply))
      scope.setNotFoundHandler((request, reply) => {
        const page = request.method === 'GET' && !request.url.startsWith(`${prefix}assets/`)
        return page ? shell(reply) : sendProblem(reply, problemOf({ code: 'not-found' }, words, request.id))
      })
    },
    { prefix: prefix.slice(0, -1) },
  )
}

const building = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8" />
<meta http-equiv="refresh" content="5" />
<title>页面正在更新</title>
<h1>页面正在更新</h1>
<p>请稍候，本页会自动刷新。超过两分钟仍未恢复的，请联系系统管理员。</p>
</html>
`
