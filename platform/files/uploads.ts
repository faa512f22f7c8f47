import type { Pool } from 'pg'
import type { PlainDate } from '#kernel/time'

/** What people uploaded, by day. */
export interface DailyUploads {
  readonly used: (person: string) => Promise<number>
  readonly add: (person: string, bytes: number) => Promise<void>
}

/** The count of uploads (上传量) in the database, so that every process knows it. */
export function dailyUploads(pool: Pool, region: number, today: () => PlainDate): DailyUploads {
  return {
    used: async (person) => {
      const { rows } = await pool.query<{ bytes: number }>(
        'select bytes from platform.uploaded where region_code = $1 and person = $2 and day = $3',
        [region, person, today()],
      )
      return Number(rows[0]?.bytes ?? 0)
    },
    add: async (person, bytes) => {
      await pool.query(
        `insert into platform.uploaded (region_code, person, day, files, bytes)
         values ($1, $2, $3, 1, $4)
         on conflict (region_code, person, day) do update set files = uploaded.files + 1, bytes = uploaded.bytes + excluded.bytes`,
        [region, person, today(), bytes],
      )
    },
  }
}
