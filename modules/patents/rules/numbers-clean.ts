// Words people and sheets print before a number (专利号：, 第…号, 申请号:). They are dropped, however many stand in a row.
const leading =
  /^(?:[\s:,"'“”‘’()[\]【】《》〈〉〔〕第№#]|中国|国家|发明|实用新型|外观设计|专利|申请|授权|公开|公告|公布|商标|国际|注册|登记|证书|证|统一|社会|信用|代码|编号|号码|号|(?:patent|application|publication|number|no)(?:[.:\s]|(?=(?:CN|ZL)?\s*\d)))+/iu
const trailing = /[\s"'“”‘’()[\]【】《》〈〉〔〕号.。,;、]+$/u

/**
 * A number as it is compared: half width, capitals, no blanks or line breaks, no words before or behind it,
 * every kind of dot the same. Hyphens stay, they mean different things in different numbers.
 */
export function cleanNumber(text: string): { bare: string; words: string } {
  // The form of nearly every row of an export: nothing to clean.
  if (/^(?:CN|ZL)?\d[\dA-Z.-]{4,18}[\dA-Z]$/.test(text)) return { bare: text, words: '' }
  // No number is this long: a megabyte in a cell is not searched for one.
  if (text.length > 200) return { bare: '', words: '' }
  const wide = text.normalize('NFKC').replace(/\p{Cf}/gu, '')
  const words = leading.exec(wide)?.[0] ?? ''
  const bare = wide
    .slice(words.length)
    .replace(trailing, '')
    .toUpperCase()
    .replace(/\s+/gu, '')
    .replace(/[‐‑‒–—―−－]/gu, '-')
    .replace(/[。·•・‧∙⋅]/gu, '.')
  return { bare, words }
}
