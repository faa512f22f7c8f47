import { resolve } from 'node:path'

/** As root the data live where services keep them; else beside the program. */
export const defaultDataDir =
  process.getuid?.() === 0 ? '/var/lib/zhizhou' : resolve(process.env.ZHIZHOU_HOME ?? process.cwd(), 'data')
