import { html } from '../../pages/html.ts';
import { page } from '../../pages/page.ts';
import { cardAlert, cardFields, testCardList, type TypedCard } from '../card-form-views.ts';
import type { SetupState } from '../stripe-state.ts';

interface Offer {
  setup: SetupState;
  merchantName: string;
}

/** The page where the payer gives a card to keep. */
export function setupPage({ setup, merchantName, ...typed }: Offer & TypedCard): string {
  const heading = `Lagre kort hos ${merchantName}`;
  const content = html`
    <header class="card">
      <h1>${heading}</h1>
      <p class="description">Ingen penger trekkes nå. ${merchantName} kan trekke kortet senere, slik du har avtalt.</p>
    </header>
    <section class="card" aria-labelledby="card-heading">
      <h2 id="card-heading">Kortet</h2>
      ${cardAlert(typed)}
      <form method="post" action="/c/setup/${setup.id}" novalidate data-card-form>
        ${cardFields(typed)}
        <div class="actions">
          <button type="submit" class="primary">Lagre kort</button>
          ${setup.cancelUrl === null ? undefined : html`<a class="button secondary" href="${setup.cancelUrl}">Avbryt</a>`}
        </div>
      </form>
    </section>
    ${testCardList()}
  `;
  return page(typed.problems.length > 0 ? `Feil: ${heading}` : heading, content, { script: true });
}

/** What is left to say when a card can no longer be saved here. */
export function closedSetupPage({ setup, merchantName }: Offer): string {
  const isDone = setup.status === 'complete';
  const heading = isDone ? 'Kortet er lagret' : 'Siden er utløpt';
  const text = isDone ? 'Du kan lukke siden.' : 'Kortet er ikke lagret. Gå tilbake og start på nytt.';
  const backUrl = isDone ? setup.successUrl : setup.cancelUrl;
  const content = html`
    <section class="card">
      <h1>${heading}</h1>
      <p>${text}</p>
      ${backUrl === null ? undefined : html`<a class="button primary" href="${backUrl}">Tilbake til ${merchantName}</a>`}
    </section>
  `;
  return page(heading, content);
}
