import { z } from 'zod'
import { done } from '#kernel/outcome'
import { defineAct } from '#platform/acts'
import { saveScan } from '../store/versions.ts'
import { part } from './change-for.ts'

/** 上传签批件扫描件: the file is in the store already; from here on it may be referred to. */
export const keepScan = defineAct({
  word: 'catalogues.keep-scan',
  label: '上传签批件扫描件',
  part,
  input: z.object({
    fileName: z.string().min(1).max(255),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.number().int().positive(),
    kind: z.enum(['pdf', 'jpeg', 'png']),
  }),
  run: async (context, input) => {
    await saveScan(context, input)
    return done({
      reply: { digest: input.digest, fileName: input.fileName, size: input.size },
      subject: { kind: 'scan', id: input.digest, label: input.fileName },
      sentence: `上传签批件扫描件“${input.fileName}”（SHA-256 ${input.digest.slice(0, 16)}…）`,
    })
  },
})
