import type { PlainDate } from '#kernel/time'
import type { PatentFields, Priority, Publication } from '../../rules/fields.ts'
import { readIpc, readLocarno } from '../../rules/ipc.ts'
import type { RowReading } from '../read-row.ts'
import { firstClaimOf, names, readDay, readRight } from '../values.ts'
import { rowReasons } from '../words.ts'
import { children, find, findLike, textOf, within, type XmlNode } from './tree.ts'

class NoSuchDay extends Error {}

/**
 * What a document of CNIPA says: the newer form (`business:PatentDocumentAndRelated`, V2.x) and the older one of ST.36's kind
 * (`cn-patent-document`, `exchange-document`). Refused where it has no number or a day that does not exist.
 */
export function readPatentDocument(root: XmlNode): RowReading {
  try {
    const fields = fieldsOf(root, find(root, 'bibliographicdata') ?? find(root, 'designbibliographicdata') ?? root)
    return fields.applicationNumber || fields.publications ? { fields } : { reason: rowReasons.noNumber }
  } catch (error) {
    if (error instanceof NoSuchDay) return { reason: error.message }
    throw error
  }
}

function fieldsOf(root: XmlNode, bibliography: XmlNode): PatentFields {
  const application = preferred(children(bibliography, 'applicationreference')) ?? find(root, 'applicationreference')
  const titles = within(bibliography, 'inventiontitle').concat(within(bibliography, 'designtitle'))
  const inEnglish = (node: XmlNode) => /^en/i.test(node.attributes.lang ?? '')
  const applicants = within(bibliography, 'applicant')
  const address = find(applicants[0], 'address')
  const agents = within(bibliography, 'agent')
  const claim = find(root, 'claims', 'claim')
  const fields: PatentFields = {
    applicationNumber: said(textOf(find(application, 'docnumber'))),
    publications: filled(publicationsOf(root, bibliography)),
    right: readRight(application?.attributes.appltype ?? ''),
    title: said(textOf(titles.find((node) => !inEnglish(node)))),
    titleTranslated: said(textOf(titles.find(inEnglish))),
    applicants: filled(names(applicants.map(personOf))),
    holders: filled(names(within(bibliography, 'assignee').map(personOf))),
    inventors: filled(names(within(bibliography, 'inventor').map(personOf))),
    address: said(textOf(find(address, 'text'))),
    province: said(textOf(find(address, 'province'))),
    city: said(textOf(find(address, 'city'))),
    county: said(textOf(find(address, 'county'))),
    creditCode: codeOf(textOf(find(applicants[0], 'organizationcode'))),
    agency: said(names(agents.map((agent) => personOf(find(agent, 'agency')))).join('；')),
    agents: filled(names(agents.map((agent) => personOf(withoutAgency(agent))))),
    examiner: said(names(within(bibliography, 'examinerdetails').map(personOf)).join('；')),
    filedOn: dayOf('申请日', find(application, 'date')),
    priorities: filled(prioritiesOf(bibliography)),
    divisionalOf: said(textOf(find(findLike(bibliography, /^division/), 'docnumber'))),
    internationalApplication: said(textOf(find(findLike(bibliography, /^(?:pct|international).*filing/), 'docnumber'))),
    internationalPublication: said(worldNumber(findLike(bibliography, /^(?:pct|international).*publish/))),
    nationalPhaseOn: dayOf('进入国家阶段日', entryDay(bibliography)),
    ...classesOf(bibliography),
    abstract: said(abstractOf(root)),
    firstClaim: said(claim ? firstClaimOf(textOf(claim)) : ''),
    references: filled(names(within(bibliography, 'citation').map(citationOf))),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** Numbers stand twice, as printed (`original`) and in the standard form of the feed. */
function preferred(references: readonly XmlNode[]): XmlNode | undefined {
  return references.find((reference) => reference.attributes.dataformat === 'original') ?? references[0]
}

function publicationsOf(root: XmlNode, bibliography: XmlNode): Publication[] {
  const reference = preferred(children(bibliography, 'publicationreference')) ?? find(root, 'publicationreference')
  const { country, docnumber, kind, datepublication } = root.attributes
  const digits = textOf(find(reference, 'docnumber')) || docnumber || ''
  if (!digits) return []
  const letters = textOf(find(reference, 'kind')) || kind || ''
  const land = textOf(find(reference, 'wipost3code')) || textOf(find(reference, 'country')) || country || 'CN'
  const number = `${digits.startsWith(land) ? '' : land}${digits}${digits.endsWith(letters) ? '' : letters}`
  const printed = find(reference, 'date')
  const on = printed ? dayOf('公开（公告）日', printed) : dayIn('公开（公告）日', datepublication ?? '')
  return [on ? { number, on } : { number }]
}

function prioritiesOf(bibliography: XmlNode): Priority[] {
  const claims = within(bibliography, 'priorityclaim').concat(within(bibliography, 'domesticpriorityclaim'))
  const printed = claims.filter((claim) => claim.attributes.dataformat !== 'standard')
  return (printed.length > 0 ? printed : claims).flatMap((claim) => {
    const number = textOf(find(claim, 'docnumber'))
    const country = textOf(find(claim, 'wipost3code')) || textOf(find(claim, 'country'))
    const on = dayOf('优先权日', find(claim, 'date'))
    return number ? [{ number, ...(country ? { country } : {}), ...(on ? { on } : {}) }] : []
  })
}

function classesOf(bibliography: XmlNode): Pick<PatentFields, 'ipc' | 'mainIpc' | 'locarno'> {
  const ipcr = within(bibliography, 'classificationipcr').flatMap((node) => readIpc(textOf(find(node, 'text'))) ?? composed(node))
  const older = within(bibliography, 'classificationipc')
    .flatMap((node) => [...within(node, 'mainclassification'), ...within(node, 'furtherclassification')])
    .flatMap((node) => readIpc(textOf(node)) ?? [])
  const ipc = [...new Set([...ipcr, ...older])]
  const locarno = within(bibliography, 'classificationlocarno').flatMap((node) => {
    const whole = readLocarno(textOf(find(node, 'text')) || textOf(node))
    return whole ?? readLocarno(`${textOf(find(node, 'mainclass'))}-${textOf(find(node, 'subclass'))}`) ?? []
  })
  return { ipc: filled(ipc), mainIpc: ipc[0], locarno: filled([...new Set(locarno)]) }
}

function composed(node: XmlNode): string[] {
  const part = (name: string) => textOf(find(node, name))
  const code = readIpc(`${part('section')}${part('mainclass')}${part('subclass')} ${part('maingroup')}/${part('subgroup')}`)
  return code ? [code] : []
}

function abstractOf(root: XmlNode): string {
  const abstract = children(root, 'abstract').find((node) => !/^en/i.test(node.attributes.lang ?? '')) ?? find(root, 'abstract')
  if (!abstract) return ''
  const paragraphs = [...within(abstract, 'paragraphs'), ...within(abstract, 'p')].map(textOf).filter(Boolean)
  return paragraphs.join('\n') || textOf(abstract)
}

function personOf(node: XmlNode | undefined): string {
  const whole = find(node, 'organizationname') ?? find(node, 'name')
  return whole ? textOf(whole) : `${textOf(find(node, 'lastname'))}${textOf(find(node, 'firstname'))}`
}

const withoutAgency = (agent: XmlNode): XmlNode => ({
  ...agent,
  content: agent.content.filter((part) => typeof part === 'string' || part.name !== 'agency'),
})

function citationOf(citation: XmlNode): string {
  const number = textOf(find(citation, 'docnumber'))
  const country = textOf(find(citation, 'wipost3code')) || textOf(find(citation, 'country'))
  return number ? `${country}${number}${textOf(find(citation, 'kind'))}` : textOf(find(citation, 'text') ?? citation)
}

/** WO2014/157990: the older form keeps country and number apart. */
function worldNumber(publishing: XmlNode | undefined): string {
  const number = textOf(find(publishing, 'docnumber'))
  return /^\d/.test(number) && textOf(find(publishing, 'country')) === 'WO' ? `WO${number}` : number
}

const entryDay = (bibliography: XmlNode): XmlNode | undefined => {
  const entry = findLike(bibliography, /^(?:datepctarticle|nationalphase|datenational|pctentry)/)
  return find(entry, 'date') ?? entry
}

/** `0` and rows of noughts stand where the feed has nothing. */
const said = (text: string): string | undefined => (/^0*$/u.test(text) ? undefined : text)
const codeOf = (text: string): string | undefined => (/^[0-9A-Z]{18}$/u.test(text) ? text : undefined)

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined
}

const dayOf = (heading: string, node: XmlNode | undefined): PlainDate | undefined => dayIn(heading, textOf(node))

function dayIn(heading: string, text: string): PlainDate | undefined {
  const day = readDay(text)
  if (day === null) throw new NoSuchDay(rowReasons.noSuchDay(heading, text))
  return day
}
