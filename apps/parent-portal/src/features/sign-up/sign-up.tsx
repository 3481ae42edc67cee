import './texts.ts';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { keepNextStop } from '../../app/next-stop.ts';
import { MailSent } from './mail-sent.tsx';
import { SignUpForm } from './sign-up-form.tsx';

const route = getRouteApi('/ny-profil');

type State = { step: 'form' } | { step: 'sent'; email: string };

export function SignUp() {
  const { til } = route.useSearch();
  const [state, setState] = useState<State>({ step: 'form' });

  if (state.step === 'sent') return <MailSent email={state.email} onBack={() => setState({ step: 'form' })} />;
  return (
    <SignUpForm
      nextStop={til}
      onSent={(email) => {
        keepNextStop(til);
        setState({ step: 'sent', email });
      }}
    />
  );
}
