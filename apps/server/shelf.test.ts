import { describe, expect, it } from 'vitest'
import { bodyOf, textsOf } from '#modules/catalogues'
import { shelf } from './shelf.ts'

describe.each(shelf.all.map((catalogue) => [catalogue.label, catalogue] as const))('%s', (_, catalogue) => {
  const entries = catalogue.shipped()

  it('ships entries of its own shape, each with a name, a meaning and a basis', () => {
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries) {
      expect(catalogue.body.safeParse(entry.body), entry.id).toMatchObject({ success: true })
      expect(catalogue.title(entry)).not.toBe('')
      expect(catalogue.describe(entry)).toMatch(/。$/)
      expect(entry.basis.length).toBeGreaterThanOrEqual(4)
    }
  })

  it('ships no version twice', () => {
    const keys = entries.map(({ id, validFrom }) => `${id} ${validFrom}`)
    expect(keys).toEqual([...new Set(keys)])
  })

  it('has a form in which every entry can be opened and sent back as it was', () => {
    for (const { id, body } of entries) {
      const texts = textsOf(catalogue.fields, body)
      const said = JSON.parse(JSON.stringify(body))
      expect(bodyOf(catalogue.fields, texts, body), id).toEqual(said)
      if (catalogue.entriesFixed) continue
      // A new entry is made by the form alone: what it shows is the whole body.
      expect(catalogue.body.safeParse(bodyOf(catalogue.fields, texts, undefined)), id).toMatchObject({ success: true })
    }
  })
})
