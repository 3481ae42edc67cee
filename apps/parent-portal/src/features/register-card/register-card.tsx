import './texts.ts';
import { Loading, ProblemAlert } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { EnterCard } from './enter-card.tsx';
import { useRegistering } from './use-registering.ts';

// Needed when the server has answered; until then they would only keep the form waiting.
const ConfirmChild = lazy(async () => ({ default: (await import('./confirm-child.tsx')).ConfirmChild }));
const ChooseChild = lazy(async () => ({ default: (await import('./choose-child.tsx')).ChooseChild }));
const Registered = lazy(async () => ({ default: (await import('./registered.tsx')).Registered }));

const route = getRouteApi('/signed-in/kort');

const texts = {
  replaced_by_office: msg`Det gamle kortet er sperret. Skolekontoret bytter det: ta med det nye kortet dit.`,
  card_or_code_unknown: msg`Kortnummeret og kontrollkoden passer ikke sammen. Se over begge og prøv igjen.`,
  pupil_left: msg`Eleven går ikke på skolen lenger.`,
  control_code_used: msg`Koden er brukt. Be skolekontoret om et nytt brev.`,
};

/** From the letter's two numbers to a child on the profile: enter or scan, see who it is, confirm. */
export function RegisterCard() {
  const { n, k } = route.useSearch();
  const navigate = useNavigate();
  const { state, busy, error, check, confirm, restart } = useRegistering();

  async function startOver() {
    // The link's numbers are asked about by themselves when the form opens; starting over means other numbers.
    await navigate({ to: '/kort', search: {}, replace: true });
    restart();
  }
  const problem = <ProblemAlert error={error} texts={texts} />;

  function step() {
    switch (state.step) {
      case 'enter':
        return <EnterCard number={n} code={k} busy={busy} problem={problem} onSubmit={check} />;
      case 'confirm':
        return (
          <ConfirmChild
            found={state}
            busy={busy}
            problem={problem}
            onConfirm={() => confirm(state.card)}
            onBack={() => void startOver()}
          />
        );
      case 'choose':
        return (
          <ChooseChild
            items={state.items}
            busy={busy}
            problem={problem}
            onChoose={(pupilId) => confirm(state.card, pupilId)}
            onBack={() => void startOver()}
          />
        );
      case 'done':
        return <Registered result={state} onAnother={() => void startOver()} />;
    }
  }
  return <Suspense fallback={<Loading />}>{step()}</Suspense>;
}
