import { type Kysely, sql } from 'kysely'
import { formatYuan, yuan } from '#kernel/money'
import { addYears, type PlainDate, plainDate } from '#kernel/time'
import type { FeeBody, FeeVersion } from '../rules/fees.ts'
import { feeOn } from '../rules/fees.ts'
import type { Right } from '../rules/fields.ts'
import { dayInWords } from '../rules/status-sentence.ts'
import { termEnd } from '../rules/terms.ts'

/** Told by name. */
const examples = 5

/**
 * What a changed fee touches (影响): the living rights of the register whose next annuity falls under it and costs another sum, as a
 * count with the first due. Due days are taken before they roll to a working day. Of reductions and of open licences the register's
 * columns know nothing, so they are told without a count.
 */
export async function feeTouches(
  db: Kysely<unknown>,
  region: number,
  before: FeeVersion | null,
  after: FeeVersion,
  today: PlainDate,
): Promise<readonly string[]> {
  if (/^(reduction|open-licence)\.|^annuity\.compensation$/.test(after.id))
    return ['登记有费用减缴、开放许可或者期限补偿的专利，其适用本项的年费按变更后的内容推算；受影响的件数未作统计。']
  if (after.id === 'annuity.late') {
    const due = await dueAnnuities(db, region, after, today, { grace: true })
    return told(due, '目前处于滞纳期内、适用本项的专利', ({ number, title, year, on }) => ({
      who: `${number}“${title}”`,
      what: `第${year}年度年费应于${dayInWords(on)}前缴纳`,
    }))
  }
  const right = rightOf(after.id)
  if (right === null) return []
  const sum = (body: FeeBody | undefined, n: number) =>
    body && (feeOn([{ ...after, validFrom: null, validTo: null, body }], after.id, today, { right, n })?.amount ?? null)
  const years = Array.from({ length: 20 }, (_, at) => at + 1).filter((n) => sum(before?.body, n) !== sum(after.body, n))
  const due = await dueAnnuities(db, region, after, today, { right, years })
  return told(due, '下一次应缴年费适用本项且数额有变的专利', ({ number, title, year, on }) => ({
    who: `${number}“${title}”`,
    what: `${dayInWords(on)}前应缴的第${year}年度年费${moved(sum(before?.body, year), sum(after.body, year))}`,
  }))
}

const inYuan = (amount: number) => `${formatYuan(yuan(amount))}元`

function moved(was: number | null | undefined, is: number | null | undefined): string {
  if (is == null) return '没有标准'
  return was == null ? `为${inYuan(is)}` : `由${inYuan(was)}变为${inYuan(is)}`
}

const rights: readonly Right[] = ['invention', 'utility-model', 'design']
const rightOf = (fee: string): Right | null => rights.find((right) => fee === `annuity.${right}`) ?? null

interface DueAnnuity {
  readonly number: string
  readonly title: string
  readonly year: number
  readonly on: PlainDate
}

interface Due {
  readonly count: number
  readonly first: readonly DueAnnuity[]
}

function told(
  { count, first }: Due,
  which: string,
  describe: (one: DueAnnuity) => { readonly who: string; readonly what: string },
): readonly string[] {
  if (count === 0) return []
  const head = `${which}共${count}件${count > first.length ? `，其中最先到期的${first.length}件` : ''}：`
  return [
    head,
    ...first.map((one) => {
      const { who, what } = describe(one)
      return `${who}，${what}。`
    }),
  ]
}

/** The day on which designs got a longer term. */
const longerDesigns = plainDate('2021-06-01')
const longTerm = (right: Right, filedOn: PlainDate) => termEnd({ right, filedOn })!.years

/** The next annuities of living rights whose nominal day stands in an entry's time: of a right in grace that which is late. */
async function dueAnnuities(
  db: Kysely<unknown>,
  region: number,
  { validFrom, validTo }: FeeVersion,
  today: PlainDate,
  { grace = false, right, years }: { readonly grace?: boolean; readonly right?: Right; readonly years?: readonly number[] },
): Promise<Due> {
  if (years?.length === 0) return { count: 0, first: [] }
  const term = {
    invention: longTerm('invention', longerDesigns),
    model: longTerm('utility-model', longerDesigns),
    design: longTerm('design', longerDesigns),
    older: longTerm('design', plainDate('2021-05-31')),
  }
  const { rows } = await sql<{ count: number; number: string; title: string; year: number; filedOn: PlainDate }>`
    with living as (
      select id, application_number, title, right_kind, filed_on,
        extract(year from age(${today}::date, filed_on))::integer + case
          when status = 'in-grace' or filed_on + extract(year from age(${today}::date, filed_on)) * interval '1 year' = ${today}::date then 1
          else 2
        end as year
      from patents.record
      where region_code = ${region} and filed_on is not null
        and ${grace ? sql`status = 'in-grace'` : sql`status in ('in-force', 'in-grace')`}
        and ${right ? sql`right_kind = ${right}::patents.right_kind` : sql`right_kind is not null`}
    ),
    due as (
      select id, application_number, title, filed_on, year, (filed_on + (year - 1) * interval '1 year')::date as nominal
      from living
      where ${years ? sql`year = any(${years})` : sql`true`}
        and year <= case
          when right_kind = 'invention' then ${term.invention}::integer
          when right_kind = 'utility-model' then ${term.model}
          when filed_on < ${longerDesigns}::date then ${term.older}
          else ${term.design}
        end
    )
    select count(*) over ()::integer as count, coalesce(application_number, '号码不明') as number, title, year, filed_on::text as "filedOn"
    from due
    where nominal between ${validFrom ?? '0001-01-01'}::date and ${validTo ?? '9999-12-31'}::date
    order by nominal, id
    limit ${examples}`.execute(db)
  return {
    count: rows[0]?.count ?? 0,
    first: rows.map(({ number, title, year, filedOn }) => ({ number, title, year, on: addYears(filedOn, year - 1) })),
  }
}
