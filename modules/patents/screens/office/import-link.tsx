import { Link } from '@tanstack/react-router'
import { useMay } from '#card/identity'
import { useSay } from './say.ts'

/** The button that leads to a new import, for whoever may. */
export function ImportLink() {
  const say = useSay()
  const may = useMay('patents.import.upload')
  return may ? (
    <Link to="/imports/new" className="as-button">
      {say('imports.new')}
    </Link>
  ) : null
}
