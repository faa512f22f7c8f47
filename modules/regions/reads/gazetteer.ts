import { divisionAliases, divisions, postcodePrefixes, townships } from '../../../database/reference/read.ts'
import { type Gazetteer, gazetteerOf } from '../rules/gazetteer.ts'

const kept = new Map<number, Gazetteer>()

/** The gazetteer (地名录) of a prefecture, made from the committed lists when first asked for (about 40 ms). */
export function gazetteer(home: number): Gazetteer {
  const known = kept.get(home)
  if (known) return known
  const made = gazetteerOf(home, {
    divisions: divisions(),
    townships: townships(home),
    aliases: divisionAliases(),
    postcodes: postcodePrefixes(home),
  })
  kept.set(home, made)
  return made
}
