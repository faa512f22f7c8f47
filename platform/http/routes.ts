import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { z } from 'zod'
import type { Outcome, Refusal } from '#kernel/outcome'
import { invalid } from '../acts/index.ts'
import { problemOf, sendProblem, type Words } from './problem.ts'

/** One route of a module's contract. */
export interface RouteShape {
  readonly summary: string
  /** Needs no session. */
  readonly open?: boolean
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly reply?: z.ZodType
  /** multipart/form-data with one part `file`. */
  readonly upload?: boolean
  /** Answers a file of this kind. */
  readonly file?: string
  /** Answers server-sent events of this shape. */
  readonly events?: z.ZodType
}

type In<Shape, Part extends string> = Shape extends Readonly<Record<Part, infer S extends z.ZodType>> ? z.output<S> : undefined
type Out<Shape> = Shape extends { readonly reply: infer S extends z.ZodType } ? z.input<S> : undefined

/** What a handler is given. */
export interface Call<Shape, Who> {
  readonly params: In<Shape, 'params'>
  readonly query: In<Shape, 'query'>
  readonly body: In<Shape, 'body'>
  readonly who: Shape extends { readonly open: true } ? Who | null : Who
  /** The idempotency key; empty on reads. */
  readonly key: string
  readonly request: FastifyRequest
  /** For cookies, files and events only. A handler that sends by itself returns nothing. */
  readonly reply: FastifyReply
}

/** A contract's routes → what answers them. */
export type Handlers<Routes extends Readonly<Record<string, RouteShape>>, Who> = {
  readonly [Path in keyof Routes]: (call: Call<Routes[Path], Who>) => Promise<Outcome<Out<Routes[Path]>, Refusal>>
}

/** Who is signed in on this request. */
export interface Gate<Who> {
  readonly authenticate: (request: FastifyRequest) => Promise<Outcome<Who, Refusal>>
  readonly csrfTokenOf: (who: Who) => string
}

/**
 * Serves a contract: shapes checked on the way in and out, session and CSRF token asked for, refusals as problems.
 * Paths → acts and reads; no thinking here.
 */
export function serveRoutes<Routes extends Readonly<Record<string, RouteShape>>, Who>(
  api: FastifyInstance,
  routes: Routes,
  handlers: Handlers<Routes, Who>,
  { gate, words }: { readonly gate: Gate<Who>; readonly words: Words },
): void {
  for (const [path, shape] of Object.entries(routes)) {
    const [method, url] = path.split(' ') as [HTTPMethods, string]
    const handler = handlers[path] as (call: Call<unknown, Who>) => Promise<Outcome<unknown, Refusal>>
    const writes = method !== 'GET'
    api.route({
      method,
      url,
      schema: {
        summary: shape.summary,
        ...(shape.params ? { params: shape.params } : {}),
        ...(shape.query ? { querystring: shape.query } : {}),
        ...(shape.body ? { body: shape.body } : {}),
        ...(shape.reply ? { response: { 200: shape.reply } } : {}),
      },
      attachValidation: true,
      ...(path === 'POST /api/identity/session' ? { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } } : {}),
      handler: async (request, reply) => {
        const turnAway = (refusal: Refusal) => sendProblem(reply, problemOf(refusal, words, request.id))
        const authenticated = await gate.authenticate(request)
        if (!authenticated.done && !shape.open) return turnAway(authenticated.refusal)
        const who = authenticated.done ? authenticated.value : null
        if (writes && who !== null && !shape.open && request.headers['x-csrf-token'] !== gate.csrfTokenOf(who)) {
          return turnAway({ code: 'csrf-mismatch' })
        }
        if (request.validationError) {
          return turnAway(badShape(shape, request) ?? { code: 'request-malformed' })
        }
        const key = request.headers['idempotency-key']
        if (writes && !shape.open && (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)))
          return turnAway({ code: 'key-missing' })
        const answered = await handler({
          params: request.params,
          query: request.query,
          body: request.body,
          who,
          key: typeof key === 'string' ? key : '',
          request,
          reply,
        } as unknown as Call<unknown, Who>)
        if (!answered.done) return turnAway(answered.refusal)
        if (reply.sent || reply.raw.headersSent) return reply
        if (shape.reply === undefined) return reply.status(204).send()
        return answered.value
      },
    })
  }
}

/** Which field is wrong, asked of the shapes once more so that the sentence is ours. */
function badShape(shape: RouteShape, request: FastifyRequest): Refusal | null {
  for (const [schema, given] of [
    [shape.params, request.params],
    [shape.query, request.query],
    [shape.body, request.body],
  ] as const) {
    const parsed = schema?.safeParse(given)
    if (parsed && !parsed.success) return invalid(parsed.error)
  }
  return null
}
