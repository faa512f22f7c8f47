/** Who may see whom (谁可以引用谁): the verdict on one import. */
import { type Band, bands } from '../../modules/bands.ts'
import { browserPackages, type Layer, layers } from './layers.ts'
import { bandOf, type Place, placeOf, type Top } from './place.ts'
import type { Import } from './read-source.ts'
import type { Target } from './tree.ts'

/** The sentence of the rule that an import breaks; null where it may stand. */
export function objection(from: Place, asked: Import, target: Target): string | null {
  if (free.includes(from.top)) return null
  if (from.top === 'bin') return bootstrapObjection(from, target)
  if (target.kind === 'nothing') return `imports nothing that can be found (${asked.specifier || 'a name made at run time'})`
  if (target.kind === 'package') return packageObjection(from, target.name)
  const to = placeOf(target.path)
  if (target.path.endsWith('.tsx') && !inBrowser(from)) return 'server code never imports .tsx: Node strips types, not markup'
  if (to.test && !from.test) return 'what stands in testing/ is for tests'
  if (from.test && free.includes(to.top)) return null
  if (target.kind === 'other') return to.top === from.top ? null : 'a file that is no source belongs to its own folder'
  return from.top === to.top && from.home === to.home ? withinObjection(from, to) : acrossObjection(from, to, asked)
}

/** Nobody but tests sees these, and they see whom they like: they look at the house from outside. */
const free: readonly Top[] = ['journeys', 'bench', 'checks']

const seen: Readonly<Record<Top, readonly Top[]>> = {
  kernel: ['kernel'],
  database: ['kernel', 'database'],
  platform: ['kernel', 'database', 'platform'],
  modules: ['kernel', 'database', 'platform', 'modules', 'ui'],
  handoffs: ['kernel', 'platform', 'modules', 'handoffs'],
  ui: ['kernel', 'ui'],
  apps: ['kernel', 'database', 'platform', 'modules', 'handoffs', 'ui', 'apps'],
  journeys: [],
  bench: [],
  checks: [],
  bin: ['bin'],
}

/** Screens, cards, the kit and the faces that run in the browser; those made on the server are none of them. */
export function inBrowser(place: Place): boolean {
  if (place.path.endsWith('.config.ts')) return false
  if (place.top === 'modules') return place.layer === 'screens' || place.layer === 'card'
  return place.top === 'ui' || (place.top === 'apps' && !onServer.includes(place.home))
}

/** The faces made on the server: they see modules through their doors and have no screens of theirs. */
const onServer: readonly string[] = ['server', 'portal']

const isDoor = (to: Place) => to.layer === 'door'

function acrossObjection(from: Place, to: Place, asked: Import): string | null {
  if (!seen[from.top].includes(to.top))
    return `rule 1: kernel ← platform ← modules ← handoffs ← apps; ${from.top} does not see ${to.top}`
  // The tests of a face begin with a whole office that serves it.
  if (from.test && to.test && from.top === 'apps') return null
  if (inBrowser(from)) return fromTheBrowser(from, to)
  if (to.top === 'ui') return 'rule 1: ui is seen only by screens and faces'
  if (to.top === 'apps') return faceObjection(to)
  if (to.top === 'kernel' || to.top === 'platform') return machineryObjection(from, to)
  if (to.top === 'modules') return moduleObjection(from, to, asked)
  return null
}

function faceObjection(to: Place): string | null {
  if (to.layer === 'contract' || (isDoor(to) && onServer.includes(to.home))) return null
  return onServer.includes(to.home)
    ? 'a face made on the server is seen through its door'
    : 'a face is seen only through its contract'
}

function machineryObjection(from: Place, to: Place): string | null {
  const layer = from.top === 'modules' ? layers[from.layer] : undefined
  if (to.top === 'platform' && layer && !layer.platform && !from.test) return layerSentence(from, 'the platform')
  return isDoor(to) || to.test ? null : `${to.top} is seen through its pieces' index.ts`
}

function moduleObjection(from: Place, to: Place, asked: Import): string | null {
  if (to.home === '') return 'the bands are for the checks'
  if (from.top !== 'modules')
    return isDoor(to) || to.test ? null : `rule 2: a module is seen through its door, modules/${to.home}/index.ts`
  const [lower, upper] = [bandOf(to.home), bandOf(from.home)]
  if (!lower || !upper) return null
  if (upper === 'desks' && lower === 'desks')
    return 'rule 3: two desks never import each other; a desk announces a fact and handoffs/ hears it'
  if (order.indexOf(lower) > order.indexOf(upper))
    return `rule 2: commons ← registers ← desks ← overview; ${from.home} (${upper}) does not see ${to.home} (${lower})`
  const layer = layers[from.layer]
  if (to.layer === 'contract' && layer?.contracts) return null
  if (!isDoor(to) && !to.test) return `rule 2: a module is seen through its door, modules/${to.home}/index.ts`
  if (from.test || layer?.doors === true) return null
  if (layer?.doors === 'types') return asked.typeOnly ? null : `rule 4: ${from.layer} may only name the types of another module`
  return layer ? layerSentence(from, "other modules' doors") : null
}

const order = Object.keys(bands) as readonly Band[]

/** Browser code of any band may show any other's contract and card: they carry no deed. */
function fromTheBrowser(from: Place, to: Place): string | null {
  if (to.top === 'kernel') return isDoor(to) ? null : "kernel is seen through its pieces' index.ts"
  if (to.top === 'ui')
    return /^ui\/(index|zh|en)\.ts$/.test(to.path) ? null : 'ui is seen through ui/index.ts and its two languages'
  if (to.top === 'modules') {
    if (to.layer === 'contract' || to.layer === 'card') return null
    if (from.top === 'apps' && to.path === `modules/${to.home}/screens/${from.home}/index.tsx`) return null
    if (from.top === 'apps' && to.layer === 'screens')
      return `a face enters a module's screens through screens/${from.home}/index.tsx`
  }
  return "rule 4: screens never see server code, only contracts, cards, the kernel and ui; of their own module's parts its rules too"
}

function withinObjection(from: Place, to: Place): string | null {
  if (from.top !== 'modules' || from.test || from.layer === to.layer) return null
  const layer = layers[from.layer]
  if (!layer || layer.own.includes(to.layer)) return null
  return layerSentence(from, `its module's ${to.layer}`)
}

function layerSentence(from: Place, to: string): string {
  const own = layers[from.layer]?.own ?? []
  return `rule 4: ${from.layer} does not see ${to}; it sees ${own.length ? `${own.join(', ')} and the kernel` : 'only the kernel'}`
}

function packageObjection(from: Place, name: string): string | null {
  if (from.test || from.path.endsWith('.config.ts')) return null
  if (from.top === 'kernel') return `rule 1: kernel imports nothing, not even ${name}`
  if (inBrowser(from))
    return browserPackages.test(name) ? null : `rule 4: screens never see server code, and ${name} is not for the browser`
  const layer: Layer | undefined = from.top === 'modules' ? layers[from.layer] : undefined
  if (!layer || layer.packages === 'any') return null
  if (layer.packages === 'zod' && name === 'zod') return null
  return `rule 4: ${from.layer} does not see ${name}`
}

function bootstrapObjection(from: Place, target: Target): string | null {
  if (target.kind === 'package') return target.name.startsWith('node:') ? null : 'the bootstrap runs before any package is there'
  if (target.kind === 'nothing') return null
  return target.kind === 'source' && placeOf(target.path).top === from.top ? null : 'the bootstrap imports only itself'
}
