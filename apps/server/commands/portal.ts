import { uuidv7 } from 'uuidv7'
import { done } from '#kernel/outcome'
import type { Act } from '#platform/acts'
import { SiteSetting } from '../../portal/index.ts'
import { openPortal, portalEntryNames, writePortalEntry } from '../portal-acts.ts'
import { answer, BadArguments } from './say.ts'
import { type CommonOptions, withProduct } from './with-product.ts'

/** `portal on|off`: opens the public face or closes it; then `/` leads to the office. */
export async function switchPortal(word: string, options: CommonOptions): Promise<void> {
  if (word !== 'on' && word !== 'off') throw new BadArguments('请写 on（开放）或者 off（关闭）。')
  await change(openPortal, { open: word === 'on' }, word === 'on' ? '门户已开放。' : '门户已关闭，首页转到办公端。', options)
}

/** `portal-set ENTRY TEXT`: what header and footer of the public face say. */
export async function setPortalEntry(entry: string, given: string, options: CommonOptions): Promise<void> {
  if (!isEntry(entry)) {
    const known = Object.entries(portalEntryNames).map(([word, name]) => `${word}（${name}）`)
    throw new BadArguments(`没有“${entry}”这一项，可以设置的有：${known.join('、')}。`)
  }
  const text = given.trim()
  if (text !== '' && !SiteSetting.safeParse({ [entry]: text }).success)
    throw new BadArguments(
      entry === 'origin'
        ? '网址应为 https:// 开头、不带路径，例如 https://ip.example.gov.cn。'
        : entry === 'siteCode'
          ? '网站标识码应为10位数字。'
          : '内容应为1至200个字。',
    )
  const name = portalEntryNames[entry]
  await change(writePortalEntry, { entry, text }, text === '' ? `${name}不再显示。` : `${name}已改为“${text}”。`, options)
}

const isEntry = (word: string): word is keyof typeof portalEntryNames => Object.hasOwn(portalEntryNames, word)

async function change<Input, Reply>(act: Act<Input, Reply>, input: unknown, said: string, options: CommonOptions): Promise<void> {
  await withProduct(options, async (product, actor) => {
    const ran = await product.runner.run(act, { region: product.region, actor, idempotencyKey: uuidv7() }, input)
    if (!ran.done) return ran
    answer(options, ran.value as object, [said])
    return done(undefined)
  })
}
