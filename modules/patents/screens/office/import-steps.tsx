import { Steps } from '#ui'
import { useSay } from './say.ts'

/** Where an import stands: choosing the file, dry run, import, result. */
export function ImportSteps({ at }: { at: 0 | 1 | 2 | 3 }) {
  const say = useSay()
  const steps = (['upload', 'check', 'read', 'result'] as const).map((step) => say(`import.step.${step}`))
  return <Steps label={say('import.steps')} steps={steps} at={at} />
}
