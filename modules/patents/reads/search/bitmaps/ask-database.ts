import type pg from 'pg'
import type { Query } from '#kernel/words'
import { conditionOf } from '../conditions.ts'
import { where } from '../find-rows.ts'
import type { Filters } from '../request.ts'
import { sourceSql, versionSql } from '../source.ts'
import { Values } from '../sql.ts'
import { isTitleHit } from '../title-hits.ts'
import { idsSql, type Register, readIds } from './snapshot.ts'

/** The register has changed since the bitmaps were made. */
export class Stale extends Error {}

/** What is to be looked at in rows that may or may not fit. */
export interface Look {
  readonly fits: Query | null
  readonly exceptHits: Query | null
}

/** Asks PostgreSQL for what the bitmaps do not hold, and makes sure that it speaks of the same version. */
export class RegisterQuestions {
  readonly #pool: pg.Pool
  readonly #register: Register
  readonly #version: string

  constructor(pool: pg.Pool, register: Register, version: string) {
    this.#pool = pool
    this.#register = register
    this.#version = version
  }

  /** The ids of all rows that fit, 16 bytes each. */
  fitting(query: Query | null, filters: Filters = {}): Promise<Buffer> {
    const values = new Values()
    values.at(this.#register.region)
    return this.#ask(`${where({ query, filters }, values)}`, values)
  }

  /** Of these rows the ids of those that fit one query and are no title hits of another. */
  fittingAmong(ids: readonly string[], { fits, exceptHits }: Look): Promise<Buffer> {
    const values = new Values()
    values.at(this.#register.region)
    const parts = [
      `id = ANY(${values.at(ids, 'uuid[]')})`,
      ...(fits ? [`(${conditionOf(fits, values).whole()})`] : []),
      ...(exceptHits ? [`NOT (${isTitleHit(exceptHits, values)})`] : []),
    ]
    return this.#ask(`WHERE ${parts.join(' AND ')}`, values)
  }

  async #ask(condition: string, values: Values): Promise<Buffer> {
    const source = sourceSql(this.#register, values)
    const { rows } = await this.#pool.query<{ version: string; ids: string | null }>(
      `SELECT ${versionSql} AS version, ${idsSql} AS ids FROM ${source} ${condition}`,
      values.list,
    )
    if (rows[0]!.version !== this.#version) throw new Stale()
    return readIds(rows[0]!.ids)
  }
}
