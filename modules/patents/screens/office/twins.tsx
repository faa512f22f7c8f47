import { Queue } from './queue.tsx'
import { TwinCard } from './twin-card.tsx'
import { ask } from './wire.ts'

/** 疑似重复: pairs of records that may be one right. */
export default function Twins() {
  return (
    <Queue
      name="twins"
      page={(cursor) => ask('GET /api/patents/queues/twins', { query: cursor ? { cursor } : {} })}
      keyOf={(row) => row.id}
      card={(row, asked) => <TwinCard key={row.version} twin={row} {...asked} />}
    />
  )
}
