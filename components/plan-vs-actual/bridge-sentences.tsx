import { useTranslations } from 'next-intl'
import type { Bridge } from '#lib/plan-vs-actual/bridge'
import { leversOf } from '#lib/plan-vs-actual/levers'
import { classes } from '../ui/classes'
import type { Explained } from './bridge-scopes'
import { firstLever, type LeverText, secondLever } from './lever-text'
import type { ScreenProps } from './screen-props'

type BridgeSentencesProps = Pick<ScreenProps, 'ledger' | 'style'> & {
  readonly explained: Explained
  readonly bridge: Bridge
}

/** The largest lever in the direction of the gap, then the largest against it, with the yen. */
export function BridgeSentences({ ledger, style, explained, bridge }: BridgeSentencesProps) {
  const t = useTranslations('plan-vs-actual')
  const { first, second } = leversOf(ledger, explained.channelId, explained.scope)
  const context = { ledger, style, t }
  if (first === null && second === null)
    return <p className="text-read">{t(bridge.gap === 0 ? 'bridge.noGap' : 'bridge.noLever')}</p>
  return (
    <div className="text-read leading-text">
      {first && <Sentence text={firstLever(first, context)} kind="first" />}
      {second && <Sentence text={secondLever(second, context)} kind="second" />}
    </div>
  )
}

function Sentence({ text, kind }: { readonly text: LeverText; readonly kind: 'first' | 'second' }) {
  const t = useTranslations('plan-vs-actual')
  return (
    <p>
      {t.rich(`bridge.sentences.${kind}`, {
        ...{ subject: text.subject, how: text.how, amount: text.amount, where: text.where },
        b: (words) => <b>{words}</b>,
        yen: (words) => <b className={classes('whitespace-nowrap', text.isGain ? 'text-good' : 'text-bad')}>{words}</b>,
      })}
    </p>
  )
}
