import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { defineAct } from '#platform/acts'
import { classTitles, UnreadableReference } from '../../../database/reference/ipc-file.ts'
import { keepClassTitles } from '../store/class-titles.ts'

/**
 * 导入分类名称, from the command line of the machine alone: a file's Chinese titles of classes, all of them or none.
 * Refuses reference-headings-missing, reference-code-unknown, reference-not-utf8, reference-broken.
 */
export const importClassTitles = defineAct({
  word: 'patents.class-titles.import',
  label: '导入分类名称',
  part: '导入',
  input: z.object({ path: z.string(), fileName: z.string().min(1).max(255), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  run: async ({ tx }, { path, fileName, digest }) => {
    try {
      const titles = await keepClassTitles(tx, classTitles(path), fileName)
      const sentence = `导入分类名称“${fileName}”（SHA-256 ${digest.slice(0, 16)}…），共${titles}条`
      return done({ reply: { titles }, subject: null, sentence, facts: { digest, titles } })
    } catch (error) {
      if (error instanceof UnreadableReference) return refuse(error.refusal)
      throw error
    }
  },
})
