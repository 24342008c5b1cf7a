import type { ComponentChildren } from 'preact'
import type { MySecondStep } from '../people/screens/my-second-step.ts'
import { seePasskeys } from '../people/screens/passkeys.ts'
import { providersOffered } from '../people/screens/providers.ts'
import { siteOf } from '../runtime/webauthn.ts'
import { HungSection } from '../ui/hung-section.tsx'
import { CodeStep, LostStep, RecoveryCodeStep } from './participant/code-step.tsx'
import { CodesSection, RecoverySection } from './participant/codes-section.tsx'
import { PasskeyStep } from './participant/passkey-step.tsx'
import { PasskeysSection } from './participant/passkeys-section.tsx'
import { NoLettersSection, SignInLetterSection } from './participant/sign-in-letter-section.tsx'
import { PasskeySignIn } from './public/passkey-sign-in.tsx'
import { ProviderSignIn } from './public/provider-sign-in.tsx'
import type { Visit } from './route.ts'

type Shown = ComponentChildren | Promise<ComponentChildren>
/** What was entered and could not be used: by the id of its field, and what is wrong with it. */
export type Fault = { readonly fieldId: string; readonly text: string }
type Asked = { readonly visit: Visit<unknown>; readonly next: string | null; readonly fault: Fault | null }
type AskedMine = Asked & { readonly mine: MySecondStep }

/** Ways to come in, as /sign-in shows them, in order. Each is null where it is not to be had. */
const WAYS_IN: readonly ((asked: Asked) => Shown)[] = [provider, letter, passkey]
/** Ways to take the second step, as /sign-in/step shows them. */
const WAYS_TO_STEP: readonly ((asked: AskedMine) => Shown)[] = [passkeyStep, codeStep, recoveryStep, lostStep]
/** What one can take a second step with, as /me/second-step shows it. */
const SECOND_STEPS: readonly ((asked: AskedMine) => Shown)[] = [codes, passkeys, recovery]

export function waysIn(asked: Asked): Promise<ComponentChildren[]> {
  return Promise.all(WAYS_IN.map((it) => it(asked)))
}

export function waysToStep(asked: AskedMine): Promise<ComponentChildren[]> {
  return Promise.all(WAYS_TO_STEP.map((it) => it(asked)))
}

export function secondSteps(asked: AskedMine): Promise<ComponentChildren[]> {
  return Promise.all(SECOND_STEPS.map((it) => it(asked)))
}

function letter({ visit, next, fault }: Asked): Shown {
  const { house, ctx, isDemo, fields } = visit
  if (!isDemo && !ctx.sendsMail) return <NoLettersSection />
  const entered = typeof fields.email === 'string' ? fields.email : ''
  const { privacyContact } = house.organisation
  return (
    <SignInLetterSection next={next} entered={entered} error={fault?.text ?? null} privacyContact={privacyContact} />
  )
}

async function provider({ visit, next }: Asked): Promise<ComponentChildren> {
  return <ProviderSignIn providers={await providersOffered(visit.ctx)} next={next} />
}

function passkey({ visit, next }: Asked): Shown {
  return (
    <HungSection id="by-passkey" heading="By passkey">
      <PasskeySignIn origin={siteOf(visit.ctx.publicUrl).origin} next={next} />
    </HungSection>
  )
}

function codeStep({ mine, next, fault }: AskedMine): Shown {
  if (mine.codesSince === null) return null
  return <CodeStep next={next} error={textFor('code', fault)} isFirst={mine.passkeys === 0} />
}

function recoveryStep({ mine, next, fault }: AskedMine): Shown {
  return mine.recoveryCodes === 0 ? null : <RecoveryCodeStep next={next} error={textFor('recovery', fault)} />
}

function lostStep(): Shown {
  return <LostStep />
}

function textFor(fieldId: string, fault: Fault | null): string | undefined {
  return fault?.fieldId === fieldId ? fault.text : undefined
}

function passkeyStep({ visit, mine, next }: AskedMine): Shown {
  if (mine.passkeys === 0) return null
  return (
    <HungSection id="by-passkey" heading="By passkey">
      <PasskeyStep origin={siteOf(visit.ctx.publicUrl).origin} next={next} />
    </HungSection>
  )
}

function codes({ mine, next }: AskedMine): Shown {
  return <CodesSection mine={mine} next={next} />
}

function recovery({ mine }: AskedMine): Shown {
  return <RecoverySection mine={mine} />
}

async function passkeys({ visit, next }: AskedMine): Promise<ComponentChildren> {
  const { origin } = siteOf(visit.ctx.publicUrl)
  return <PasskeysSection passkeys={await seePasskeys(visit.ctx)} origin={origin} next={next} />
}
