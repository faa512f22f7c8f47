import type { SearchRefusal } from './request.ts'

type Sentences = { readonly [Code in SearchRefusal['code']]: (refusal: Extract<SearchRefusal, { code: Code }>) => string }

/** Refusal → sentence. */
export const searchWords: Sentences = {
  'empty-query': () => '请输入要检索的内容。',
  'no-letter-or-digit': ({ text }) => `“${text}”中没有可检索的文字、字母或者数字。`,
  'only-not': () => '检索式中只有要排除的内容，请至少写明一个要查找的词。',
  'too-many-terms': ({ given, most }) => `检索式中有 ${given} 个检索词，最多 ${most} 个，请删减后再检索。`,
  'query-too-long': ({ given, most }) => `检索式有 ${given} 个字，最多 ${most} 个字，请删减后再检索。`,
  'not-a-class': ({ text }) => `“${text}”不是分类号。分类号的写法如 E、E01、E01B、E01B 3/32，外观设计如 09-03。`,
  'not-a-county': ({ text }) => `“${text}”不是县市代码。`,
  'not-a-cursor': () => '翻页位置无效，请从第一页重新查看。',
  'search-too-slow': ({ seconds }) => `检索超过 ${seconds} 秒仍未完成，请增加检索词或者筛选条件后再试。`,
}
