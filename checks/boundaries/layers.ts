/** Rule 4 as a table: what each part of a module sees. A folder that does not stand here is refused. */

export interface Layer {
  /** The parts of its own module that it sees, itself always among them. */
  readonly own: readonly string[]
  readonly platform?: true
  /** Other modules' doors; `types` where it may only name their types. */
  readonly doors?: true | 'types'
  readonly contracts?: true
  readonly cards?: true
  readonly ui?: true
  /** The packages it may use: those of the browser, zod alone, or any; none where absent. */
  readonly packages?: 'zod' | 'browser' | 'any'
}

const law = ['rules', 'words']
const wire = [...law, 'contract']
const rows = [...wire, 'permissions', 'store', 'papers', 'formats', 'piece']

export const layers: Readonly<Record<string, Layer>> = {
  rules: { own: [] },
  words: { own: ['rules'] },
  papers: { own: law },
  contract: { own: law, contracts: true, packages: 'zod' },
  permissions: { own: wire, doors: true },
  formats: { own: wire, platform: true, packages: 'any' },
  store: { own: wire, platform: true, doors: 'types', packages: 'any' },
  piece: { own: rows, platform: true, doors: true, contracts: true, packages: 'any' },
  reads: { own: rows, platform: true, doors: true, contracts: true, packages: 'any' },
  acts: { own: [...rows, 'reads'], platform: true, doors: true, contracts: true, packages: 'any' },
  jobs: { own: [...rows, 'reads', 'acts'], platform: true, doors: true, contracts: true, packages: 'any' },
  figures: { own: [...rows, 'reads'], platform: true, doors: true, contracts: true, packages: 'any' },
  routes: {
    own: [...wire, 'permissions', 'acts', 'reads', 'piece'],
    platform: true,
    doors: 'types',
    contracts: true,
    packages: 'any',
  },
  door: { own: [...rows, 'reads', 'acts', 'jobs', 'figures', 'routes'], platform: true, contracts: true },
  card: { own: [...wire, 'screens'], contracts: true, cards: true, ui: true, packages: 'browser' },
  screens: { own: [...wire, 'card'], contracts: true, cards: true, ui: true, packages: 'browser' },
  testing: { own: [...rows, 'reads', 'acts', 'jobs', 'figures', 'routes', 'door'], platform: true, doors: true, packages: 'any' },
}

/** Packages that run in a browser; everything else stays on the server. */
export const browserPackages =
  /^(react|react-dom|antd|i18next|react-i18next|zod|@ant-design\/icons|@tanstack\/react-(query|router)|echarts|dayjs|idb)(\/|$)/
