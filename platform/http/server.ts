import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { codeOfError, isApi, problemOf, sendProblem, type Words } from './problem.ts'
import { longestPart, wholeAddress } from './whole-address.ts'

export interface ServerParts {
  readonly words: Words
  readonly version: string
  readonly log: FastifyServerOptions['loggerInstance'] | boolean
  /** Behind TLS: cookies are secure and HSTS is sent. */
  readonly secure: boolean
  /** Requests a minute from one address; sign-in has a tighter bound of its own. */
  readonly perMinute?: number
  /** Bytes of one uploaded file. */
  readonly uploadLimit: number
  /** Is the product able to answer? Null when ready, else why not. */
  readonly ready: () => Promise<string | null>
}

/**
 * The HTTP frame (服务框架): security headers, size and rate limits, problems in Chinese, health (`/healthz`), readiness
 * (`/readyz`) and the OpenAPI description. Routes come by `serveRoutes` inside the scope that `routes` is given.
 */
export async function aServer(parts: ServerParts, routes: (api: FastifyInstance) => Promise<void>): Promise<FastifyInstance> {
  const app = Fastify({
    ...(typeof parts.log === 'boolean' ? { logger: parts.log } : { loggerInstance: parts.log }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: 2 * 1024 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: longestPart },
    rewriteUrl: ({ url }) => wholeAddress(url ?? '/'),
    trustProxy: 'loopback',
  } as FastifyServerOptions) as FastifyInstance
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const code = codeOfError(error)
    if (code === 'server-error') request.log.error({ err: error, requestId: request.id }, 'request failed')
    return sendProblem(reply, problemOf({ code }, parts.words, request.id))
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (isApi(request)) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    // No query, no body, no address: what a log needs and nothing personal.
    request.log.info({
      requestId: request.id,
      route: request.routeOptions.url,
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The design kit writes its styles at run time; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: parts.secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginOpenerPolicy: parts.secure,
    originAgentCluster: parts.secure,
  })
  await app.register(cookie)
  await app.register(rateLimit, {
    max: parts.perMinute ?? 1200,
    timeWindow: '1 minute',
    errorResponseBuilder: () => Object.assign(new Error('too many requests'), { statusCode: 429 }),
  })
  await app.register(multipart, { limits: { fileSize: parts.uploadLimit, files: 1, fields: 20, fieldSize: 10_000 } })
  await app.register(underPressure, { maxEventLoopDelay: 2000, retryAfter: 10 })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '知州 Zhizhou', version: parts.version, description: '地州知识产权业务系统接口' },
      servers: [{ url: '/' }],
    },
    transform: jsonSchemaTransform,
  })
  await app.register(async (api) => {
    api.setValidatorCompiler(validatorCompiler)
    api.setSerializerCompiler(serializerCompiler)
    await routes(api)
    api.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  })
  app.get('/healthz', { schema: { hide: true } }, async () => ({ ok: true }))
  app.get('/readyz', { schema: { hide: true } }, async (_, reply) => {
    const why = await parts.ready()
    return why === null ? { ok: true } : reply.status(503).send({ ok: false, why })
  })
  return app
}
