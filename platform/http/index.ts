export type { Frame } from './frame.ts'
export { httpWords, type Problem, problemOf, sendProblem, sentenceOf, type Words, wordsOf } from './problem.ts'
export { type Call, type Gate, type Handlers, type RouteShape, serveRoutes } from './routes.ts'
export { aServer, type ServerParts } from './server.ts'
