import { get as ask } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startOffice } from '../server/testing/index.ts'
import { openPortal, type PortalUnderTest } from './testing/portal.ts'

/** An official row, with 演示 in every name; `office` and `vendor` words tell where a value came from. */
const official = [
  [
    '201910123456X',
    '2019-05-06',
    'CN110000001B',
    '2020-03-10',
    '一种公报耙（演示）',
    'A01B 1/00',
    '演示公报农机公司',
    '演甲',
    '甘肃省临夏回族自治州临夏市红园路1号',
    '授权',
    '2020-03-10',
  ],
  [
    '2019201234575',
    '2019-05-07',
    'CN210000002U',
    '2020-03-11',
    '一种公报犁<script>（演示）',
    'A01B 3/00',
    '演示公报"农机"厂&子',
    '演乙',
    '甘肃省临夏回族自治州广河县',
    '授权',
    '2020-03-11',
  ],
]
const bought = [
  [
    'CN110000001B',
    '一种商库耙（演示）',
    'CN201910123456.X',
    '2019-05-06',
    '2020-03-10',
    '发明',
    '失效',
    '演示商库受让公司',
    '演示公报农机公司',
    '演甲',
  ],
  [
    'CN110000009A',
    '一种商库独有耙（演示）',
    'CN201910123499.X',
    '2019-05-09',
    '2019-09-10',
    '发明',
    '审中',
    '演示商库公司',
    '演示商库公司',
    '演丙',
  ],
]

let portal: PortalUnderTest
/** What stands between header and footer. */
const mainOf = (text: string): string => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''
beforeAll(async () => {
  portal = await openPortal()
  await portal.take('official', '公报.csv', official)
  await portal.take('bought', '商库.csv', bought, '2020-08-01')
})
afterAll(() => portal.close())

const pages = [
  '/',
  '/patents',
  '/patents/201910123456.X',
  '/mark-check',
  '/mark-check?text=ZL201910123456.X',
  '/annuity',
  '/annuity?right=design&filed=2019-05-07&granted=2020-03-11',
  '/matters',
  '/questions',
  '/figures',
  '/sources',
  '/accessibility',
]

describe('only what may be published is shown', () => {
  it('finds nothing by a word or number that stands only in a vendor’s file', async () => {
    for (const path of ['/patents?q=%E5%95%86%E5%BA%93', '/patents?q=CN110000009A', '/patents?q=%E6%BC%94%E4%B8%99']) {
      const { text } = await portal.get(path)
      expect(text).toContain('没有查到符合条件的专利')
    }
    expect((await portal.get('/patents/CN110000009A')).status).toBe(404)
    expect((await portal.get('/mark-check?text=ZL201910123499.X')).text).not.toMatch(/商库|审查阶段/)
  })

  it('shows no vendor’s word on any page', async () => {
    for (const path of [...pages, '/patents?q=%E8%80%99'])
      expect((await portal.get(path)).text, path).not.toMatch(/商库|智慧芽|失效/)
  })

  it('finds what the gazette says, marks it and counts it as it lists it', async () => {
    const { text } = await portal.get('/patents?q=%E5%85%AC%E6%8A%A5')
    expect(text).toContain('共 2 件')
    expect(text).toContain('<mark>公报</mark>耙')
    const narrowed = await portal.get('/patents?q=%E5%85%AC%E6%8A%A5&county=622924')
    expect(narrowed.text).toContain('共 1 件')
  })
})

describe('a patent', () => {
  it('is told with status, day and source, and that proof is the register extract', async () => {
    const { status, text } = await portal.get('/patents/ZL%202019%201%200123456.X')
    expect(status).toBe(200)
    expect(text).toContain('<h1>一种公报耙（演示）</h1>')
    expect(text).toContain('该发明专利权处于有效状态，专利权人为演示公报农机公司')
    expect(text).toContain('数据截至2020年6月30日，来源：国家知识产权局专利检索及分析')
    expect(text).toContain('专利登记簿副本')
    expect(text).not.toContain('红园路')
    expect(text).toContain('<link rel="canonical" href="/patents/201910123456.X">')
  })

  it('shows markup in a title as text', async () => {
    const { text } = await portal.get('/patents/201920123457.5')
    expect(text).toContain('<h1>一种公报犁&lt;script&gt;（演示）</h1>')
    expect(text).not.toContain('犁<script>')
  })
})

describe('the mark check', () => {
  it('tells status, holder, source and day', async () => {
    const { text } = await portal.get(`/mark-check?text=${encodeURIComponent('专利号：ＺＬ ２０１９ １ ０１２３４５６．Ｘ')}`)
    expect(text).toMatch(/截至2020年6月30日，本系统数据显示：该发明专利权处于有效状态，专利权人为演示公报农机公司/)
  })

  it('accuses nobody, whatever is asked', async () => {
    for (const text of [
      'ZL201910123456.1',
      'ZL201320123456.8',
      '专利',
      '😀',
      '13800138000',
      'ZL2019',
      '201910123456.X 201920123457.5',
    ]) {
      const { status, text: told } = await portal.get(`/mark-check?text=${encodeURIComponent(text)}`)
      expect(status).toBe(200)
      expect(/涉嫌|违法|假冒|虚构|J[1-5]/.exec(mainOf(told))?.[0]).toBeUndefined()
    }
  })
})

describe('the calculator', () => {
  it('gives each number its clause, and says what is provisional', async () => {
    const { text } = await portal.get(
      '/annuity?right=invention&filed=2013.03.09&granted=2016%E5%B9%B45%E6%9C%884%E6%97%A5&year=12&reduction=0.85&paid=20240620',
    )
    for (const part of [
      '2024年3月11日',
      '2024年9月9日',
      '4,000元',
      '600元',
      '1,200元',
      '专利法实施细则 第五条、第一百一十五条',
      '财税〔2018〕37号',
      '专利审查指南 第五部分第九章',
      '专利法 第四十二条第一款',
      '（暂定）',
    ])
      expect(text).toContain(part)
    expect((await portal.get('/annuity?right=design&filed=2025-10-03&granted=2026-05-04&year=3')).text).toContain(
      '<strong>暂定</strong>',
    )
  })

  it('reckons an open licence and a compensated term, each number with its clause', async () => {
    const { text } = await portal.get(
      '/annuity?right=invention&filed=2013-03-09&granted=2016-05-04&year=13&paid=2025-03-01&licencefrom=2025-01-01&licenceto=2025-12-31&compensated=2035-06-01',
    )
    for (const part of [
      '5,100元',
      '应缴期限在开放许可实施期间内，减缴15%',
      '补偿期满2年，请在2033年3月9日之前一次缴纳16,000元，专利权期限至2035年6月1日届满',
      '财税〔2024〕23号；国家知识产权局公告第594号',
      '缴费服务指南（2026年）',
      '专利法 第四十二条<',
    ])
      expect(text).toContain(part)
  })

  it('says what is wrong with an open licence and a compensated term', async () => {
    const wrong = async (more: string) => mainOf((await portal.get(`/annuity?filed=2013-03-09&granted=2016-05-04&${more}`)).text)
    expect(await wrong('right=invention&licencefrom=2025-01-01')).toContain('请填写开放许可实施截止日。')
    expect(await wrong('right=invention&licencefrom=2025-02-01&licenceto=2025-01-01')).toContain('截止日早于起始日')
    for (const more of ['right=invention&compensated=2033-03-09', 'right=utility-model&compensated=2035-06-01'])
      expect(await wrong(more)).toContain('只有发明专利可以给予期限补偿')
  })

  it('says beside each field what is wrong', async () => {
    const { text } = await portal.get('/annuity?right=design&filed=2020-02-30&granted=&year=%E4%B8%80')
    for (const part of ['“2020-02-30”不是日期', '请填写授权公告日', '年度应为1至20的整数'])
      expect(text.split(part).length).toBeGreaterThan(2)
    expect((await portal.get('/annuity?right=design&filed=2019-05-07&granted=2018-05-07')).text).toContain('授权公告日早于申请日')
  })
})

describe('the frame', () => {
  it.each(pages)('%s has one h1, a title, a skip link and nothing that a strict policy would stop', async (path) => {
    const { status, text, headers } = await portal.get(path)
    expect(status).toBe(200)
    expect(text.match(/<h1/g)).toHaveLength(1)
    expect(text).toContain('<a class="skip" href="#main">')
    expect(text).toMatch(/<title>[^<]+<\/title>/)
    expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/)
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('keeps language and size in two cookies, and speaks so on the next page', async () => {
    const { headers, text } = await portal.get('/patents?q=%E8%80%99&language=en&large=1')
    expect(headers.getSetCookie().map((one) => one.split(';')[0])).toEqual(['portal_language=en', 'portal_large=1'])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text).toContain('<html lang="en" class="large">')
    expect(text).toContain('href="/patents?q=%E8%80%99&amp;large=0"')
    const next = await portal.get('/matters', { cookie: 'portal_language=en; portal_large=1' })
    expect(next.text).toContain('<h1>Get done</h1>')
    expect((await portal.get('/matters', { cookie: 'portal_language=<b>; portal_large=x' })).text).toContain(
      '<html lang="zh-CN" class="">',
    )
  })

  it('is sent small, as the browser likes it, and not again while it is the same', async () => {
    const raw = (encoding: string) =>
      new Promise<{ body: Buffer; encoding: string | undefined; etag: string }>((resolve) =>
        ask(`${portal.url}/patents`, { headers: { 'accept-encoding': encoding } }, (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part) => parts.push(part))
          answer.on('end', () =>
            resolve({ body: Buffer.concat(parts), encoding: answer.headers['content-encoding'], etag: answer.headers.etag! }),
          )
        }),
      )
    const [plain, br, gzip] = [await raw('identity'), await raw('gzip, br'), await raw('gzip')]
    expect([plain.encoding, br.encoding, gzip.encoding]).toEqual([undefined, 'br', 'gzip'])
    expect(brotliDecompressSync(br.body)).toEqual(plain.body)
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    const again = await portal.get('/patents', { 'accept-encoding': 'gzip', 'if-none-match': gzip.etag })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await portal.get('/patents', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('tells people with a page and programs with a problem what is not there', async () => {
    const [page, program] = [await portal.get('/nowhere/at/all'), await portal.get('/api/nowhere')]
    expect([page.status, program.status]).toEqual([404, 404])
    expect(page.text).toContain('没有找到这个页面')
    expect(program.headers.get('content-type')).toContain('application/problem+json')
    expect((await portal.get('/robots.txt')).text).toContain('Disallow: /app/')
  })
})

describe('whatever is asked', () => {
  const clumsy = [
    [
      '/patents?q=%EF%BC%BA%EF%BC%AC%EF%BC%92%EF%BC%90%EF%BC%91%EF%BC%99%EF%BC%91%EF%BC%90%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96%EF%BC%8E%EF%BC%B8',
      '共 1 件',
    ],
    ['/patents?q=%E3%80%80%20%20', '共 2 件'],
    ['/patents?q=%EF%BC%81%EF%BC%81', '没有可检索的文字'],
    ['/patents?q=NOT%20%E8%80%99', '请至少写明一个要查找的词'],
    ['/patents?from=abc', '“abc”不是年份'],
    ['/patents?from=%EF%BC%92%EF%BC%90%EF%BC%91%EF%BC%99%E5%B9%B4', '共 2 件'],
    ['/patents?from=2020&to=2019', '起始年份晚于截止年份'],
    ['/patents?county=110101', '没有这个选项'],
    ['/patents?after=../../etc', '翻页位置无效'],
    ['/patents?q=a%00b%0d%0aset-cookie:x', '专利检索'],
    ['/patents?q=%ED%A0%80%ff', '专利检索'],
    ['/patents?q=x&q=y&__proto__=1&constructor=2', '检索“x”'],
    ["/patents?q=';drop%20table%20patents.record;--", '专利检索'],
    ['/mark-check?text=%20', '专利标识核验'],
  ] as const
  it.each(clumsy)('%s is answered in words', async (path, words) => {
    const { status, text, headers } = await portal.get(path)
    expect(status).toBe(200)
    expect(mainOf(text).includes(words)).toBe(true)
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('what is far too long is told so', async () => {
    expect(mainOf((await portal.get(`/patents?q=${'%E8%80%99%E9%BD%BF'.repeat(300)}`)).text).includes('检索词超过400个字')).toBe(
      true,
    )
    expect(mainOf((await portal.get(`/mark-check?text=${'9'.repeat(900)}`)).text).includes('内容超过200个字')).toBe(true)
  })

  it.each([
    '/patents/%2e%2e%2f',
    '/patents/%00',
    '/patents/..%5c',
    '/patents/a%0d%0ab',
    `/patents/${'9'.repeat(199)}`,
    '/patents/%ff',
    '/%c0%af',
    '//elsewhere.cn',
    '/%5celsewhere.cn',
  ])('%s is not there, and nobody is sent elsewhere', async (path) => {
    const { status, headers } = await portal.get(path)
    expect([400, 404]).toContain(status)
    expect(headers.get('location')).toBeNull()
  })

  it.each(['/patents/%ff', '/%c0%af', '/a/%', `/patents/${'9'.repeat(201)}`])('%s gets a page that says so', async (path) => {
    const { status, text, headers } = await portal.get(path)
    expect(status).toBe(400)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(text).toContain('<h1>网址有误</h1>')
    const program = await portal.get(`/api${path}`)
    expect(program.headers.get('content-type')).toContain('application/problem+json')
  })

  it('leaves no trace: no entry in the trail, no row anywhere', async () => {
    const rows = async () => {
      const { rows: tables } = await sql<{ name: string }>`
        select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(
        portal.office.product.wire.kysely,
      )
      const counts: Record<string, number> = {}
      for (const { name } of tables.filter((one) => !one.name.startsWith('graphile')))
        counts[name] = await sql<{ n: number }>`select count(*)::integer as n from ${sql.raw(name)}`
          .execute(portal.office.product.wire.kysely)
          .then(({ rows: [row] }) => row!.n)
          .catch(() => -1)
      return counts
    }
    const before = await rows()
    for (const path of [...pages, ...clumsy.map(([one]) => one)]) await portal.get(`${path}${path.includes('?') ? '&' : '?'}x=1`)
    expect(await rows()).toEqual(before)
    expect(Object.keys(before).length).toBeGreaterThan(10)
  })
})

describe('pages are made once for many', () => {
  it('and anew when the register has changed', async () => {
    expect((await portal.get('/patents?q=%E5%90%8E%E6%9D%A5')).text).toContain('没有查到')
    await portal.take('official', '后来.csv', [
      [
        '201930123458X',
        '2019-06-06',
        'CN300000003S',
        '2020-01-10',
        '后来的耙（演示）',
        '08-01',
        '演示公报农机公司',
        '演甲',
        '甘肃省临夏州临夏市',
        '授权',
        '2020-01-10',
      ],
    ])
    await expect
      .poll(async () => (await portal.get('/patents?q=%E5%90%8E%E6%9D%A5')).text, { timeout: 10_000 })
      .toContain('共 1 件')
  })
})

describe('the server', () => {
  it('asks who asks too much to wait, on a page', async () => {
    const served = await startOffice({ perMinute: 3 })
    try {
      const answers = []
      for (let at = 0; at < 5; at++) answers.push(await fetch(`${served.url}/patents`))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
      expect(await answers[4]!.text()).toContain('<h1>请稍候再试</h1>')
      expect((await fetch(`${served.url}/nowhere`)).status).toBe(404)
    } finally {
      await served.close()
    }
  })
})
