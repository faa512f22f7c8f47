import type { ExtensionStep, LimitTerms, PlainDate, Span } from '#kernel/time'

/** What other code calls a thing, and what the office calls it. */
export interface Named<Code extends string = string> {
  readonly code: Code
  readonly name: string
}

/** What only people need to name: the code is there where other code asks for it. */
export type Said = Pick<Named, 'name'> & Partial<Pick<Named, 'code'>>

/** Who has to act within the limit (由谁办理). */
export type LimitActor = 'office' | 'party' | 'cnipa' | 'police'

/** Who may extend (由谁批准延长): 机关负责人, 集体讨论, 上一级机关, 政府信息公开工作机构负责人, or whoever the office's own rules name. */
export type Extender = 'head' | 'collective' | 'superior' | 'foi_head' | 'approval'

/** Why days do not count (不计入期限的事由). */
export type StopGround =
  | 'test'
  | 'rights_holder_identification'
  | 'suspension'
  | 'hearing'
  | 'public_notice'
  | 'refund_order'
  | 'correction'
  | 'jurisdiction_objection'
  | 'evidence_extension_by_party'
  | 'settlement'

/** What a limit of the catalogue says (期限规则), its versions and legal basis apart (`LimitEntry`). */
export interface Limit extends LimitTerms {
  /** 立案前核查 */
  readonly name: string
  /** 行政处罚, 举报投诉 …: the heading of lists. */
  readonly group: string
  /** From what, or before what, it is counted. */
  readonly event: Named
  /** What has to be done, or not done, by then. */
  readonly deed: string
  readonly actor: LimitActor
  /** A minimum may not be cut short: the due day is its earliest end. */
  readonly kind: 'limit' | 'minimum'
  readonly extend: readonly (ExtensionStep & { readonly by: Extender })[]
  readonly stop: readonly StopGround[]
  /** Where the limit holds only in some cases. */
  readonly condition?: Said
  /** What happens when it is missed. */
  readonly onExpire?: Said
  /** Counted from another event as well; the later day is due. */
  readonly alternative?: Span & { readonly event: Said }
  /** The limit beside which this one stands for the same deed. */
  readonly alternativeTo?: string
  /** A reading of our own, or what is not known, in plain Chinese. */
  readonly remark?: string
}

/** One version of a limit; versions share an id, and the day the limit starts picks one. */
export interface LimitEntry {
  readonly id: string
  /** Null: from before the office's reckoning. */
  readonly validFrom: PlainDate | null
  readonly validTo: PlainDate | null
  readonly body: Limit
  readonly basis: string
  readonly certainty: 'confirmed' | 'unverified'
  readonly source: string | null
}

/** A rate by the day (加处罚款), which has no due day and is kept apart from the limits. */
export interface DailyRate {
  readonly id: string
  readonly name: string
  /** The part of the sum added each day: 0.03. */
  readonly rate: number
  /** The most that may be added, as a part of the sum. */
  readonly cap: number
  readonly event: Named
  /** While these run nothing is added. */
  readonly stop: readonly ('reconsideration' | 'litigation')[]
  readonly basis: string
  readonly certainty: 'confirmed' | 'unverified'
}
