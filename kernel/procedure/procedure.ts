/** One thing that may be done, e.g. 立案. */
export interface ActRule<State extends string, Act extends string> {
  /** The verb on the button. */
  readonly label: string
  /** Where it leads; several where the rule decides. */
  readonly to: State | readonly State[]
  /** Another person than the one who last did this act must do it (提出人与审批人不得为同一人). */
  readonly notBy?: Act
  /** The law that asks for the second person or for the act itself. */
  readonly basis?: string
}

/** States and acts of one kind of matter. */
export interface Procedure<State extends string, Act extends string> {
  readonly name: string
  readonly first: State
  readonly states: Readonly<Record<State, string>>
  readonly acts: Readonly<Record<Act, ActRule<State, Act>>>
  readonly actsByState: Readonly<Record<State, readonly Act[]>>
}

/**
 * An act that was done, as the matter remembers it. A superior's signature on paper (纸质审批已签，扫描件附后) is entered
 * by somebody else: `by` is the hand that entered it, `signedBy` the name on the paper; it needs its scan.
 */
export interface Deed<Act extends string> {
  readonly act: Act
  readonly by: string
  readonly signedBy?: string
  readonly scan?: string
}
