import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Codes that more than one SPA can meet. An SPA adds its own through ProblemAlert's `texts`. */
export const problemTexts: Record<string, MessageDescriptor> = {
  network: msg`Vi får ikke kontakt med tjenesten. Sjekk nettet og prøv igjen.`,
  not_signed_in: msg`Du er logget ut. Logg inn på nytt.`,
  not_allowed: msg`Du har ikke tilgang til dette.`,
  invalid_credentials: msg`E-postadressen eller passordet er feil.`,
  email_not_verified: msg`E-postadressen er ikke bekreftet. Åpne lenken i e-posten vi sendte deg.`,
  no_role: msg`Du har ikke tilgang til administrasjonen. Be skolen om å invitere deg.`,
  weak_password: msg`Velg et passord som er vanskeligere å gjette.`,
  link_not_valid: msg`Lenken er brukt eller for gammel. Be om en ny.`,
  operation_conflict: msg`Dette er gjort før, med et annet innhold. Last siden på nytt.`,
};

/** By HTTP status, when the code has no text of its own. */
export const statusTexts: Record<number, MessageDescriptor> = {
  400: msg`Noe i det du sendte er ikke riktig. Se over og prøv igjen.`,
  401: msg`Du er logget ut. Logg inn på nytt.`,
  403: msg`Du har ikke tilgang til dette.`,
  404: msg`Vi finner ikke det du leter etter.`,
  409: msg`Noen har endret dette i mellomtiden. Last siden på nytt.`,
  410: msg`Lenken er brukt eller for gammel. Be om en ny.`,
  429: msg`Du har prøvd for mange ganger. Vent litt og prøv igjen.`,
  503: msg`Tjenesten er ikke tilgjengelig akkurat nå. Prøv igjen om litt.`,
};

export const unexpectedText: MessageDescriptor = msg`Noe gikk galt hos oss. Prøv igjen om litt.`;
