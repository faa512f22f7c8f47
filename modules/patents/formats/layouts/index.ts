import type { Layout } from '../layout.ts'
import { baiten } from './baiten.ts'
import { cnipaCases, longtuteng } from './cnipa-cases.ts'
import { cnipaEvents } from './cnipa-events.ts'
import { cnipaPayments } from './cnipa-payments.ts'
import { cnipaSearch } from './cnipa-search.ts'
import { cnipr } from './cnipr.ts'
import { cnki } from './cnki.ts'
import { espacenet } from './espacenet.ts'
import { google } from './google.ts'
import { incopat, yearlyCompilation } from './incopat.ts'
import { lens } from './lens.ts'
import { patentstar } from './patentstar.ts'
import { patsnap, patsnapInterface } from './patsnap.ts'
import { qichacha } from './qichacha.ts'

/** Every layout of tables and records. Where two fit a table equally well, the one named first is taken. */
export const layouts: readonly Layout[] = [
  incopat,
  patsnap,
  cnipr,
  cnipaEvents,
  cnipaSearch,
  cnipaCases,
  cnipaPayments,
  patentstar,
  baiten,
  cnki,
  longtuteng,
  yearlyCompilation,
  patsnapInterface,
  google,
  lens,
  espacenet,
  qichacha,
]
