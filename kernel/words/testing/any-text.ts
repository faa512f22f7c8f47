import fc from 'fast-check'

/** Texts as they are met: Han, Latin, digits, marks, rare Han beyond the first plane, width variants, combining marks. */
export const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'一种铁路隧道施工装置的方法临夏州') },
      { weight: 3, arbitrary: fc.constantFrom(...'abPE0123456789') },
      { weight: 2, arbitrary: fc.constantFrom(...'，。、()（）-./ 　"“”:：\u241f\n') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('𠮷', '𬭛', '㎏', 'ﬁ', 'Σ', 'ＡＢ', '９', '\u0301', '\u200b', '葛\u{e0100}', 'İ', '①'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 2 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))
