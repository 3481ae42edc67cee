import { html, type Html } from '../pages/html.ts';
import { formatAmount, page } from '../pages/page.ts';
import type { CardFields, FieldProblem } from './card-form.ts';
import type { CardFailure, CardState, SessionState } from './stripe-state.ts';
import { testCards } from './test-cards.ts';

interface Offer {
  session: SessionState;
  merchantName: string;
}

interface CardPage extends Offer {
  fields: CardFields;
  problems: readonly FieldProblem[];
  failure: CardFailure | null;
}

/** The page where the payer gives a card. */
export function cardPage({ session, merchantName, fields, problems, failure }: CardPage): string {
  const amount = formatAmount(session.amount, session.currency);
  const title = problems.length > 0 ? `Feil: Betal til ${merchantName}` : `Betal til ${merchantName}`;
  const content = html`
    ${orderSummary({ session, merchantName })}
    <section class="card" aria-labelledby="card-heading">
      <h2 id="card-heading">Betal med kort</h2>
      ${problems.length > 0 ? problemSummary(problems) : failureAlert(failure)}
      <form method="post" action="/c/pay/${session.id}" novalidate data-card-form>
        ${field({ name: 'number', label: 'Kortnummer', autocomplete: 'cc-number', fields, problems })}
        <div class="pair">
          ${field({ name: 'expiry', label: 'Utløpsdato', hint: 'MM/ÅÅ', autocomplete: 'cc-exp', fields, problems })}
          ${field({ name: 'cvc', label: 'CVC', hint: 'Tre sifre', autocomplete: 'cc-csc', fields, problems })}
        </div>
        <div class="actions">
          <button type="submit" class="primary">Betal ${amount}</button>
          ${session.cancelUrl === null ? undefined : html`<a class="button secondary" href="${session.cancelUrl}">Avbryt</a>`}
        </div>
      </form>
    </section>
    <section class="card" aria-labelledby="test-cards-heading">
      <h2 id="test-cards-heading">Testkort</h2>
      <p class="hint">Velg et kort for å fylle ut skjemaet.</p>
      <ul class="test-cards">
        ${testCards.map(
          ({ number, brand, label }) =>
            html`<li>
              <button type="button" data-test-card="${number}">
                <span>${label}${brand === 'mastercard' ? ' (Mastercard)' : ''}</span>
                <span class="number">${groupByFour(number)}</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>
  `;
  return page(title, content, { script: true });
}

/** The bank's page, where a payer approves with BankID in real life. */
export function bankPage({ session, merchantName, card }: Offer & { card: CardState | null }): string {
  const content = html`
    <section class="card" aria-labelledby="bank-heading">
      <div class="order">
        <p class="merchant">Testbanken</p>
        <h1 id="bank-heading">Godkjenn betalingen</h1>
      </div>
      <dl class="facts">
        <div>
          <dt>Til</dt>
          <dd>${merchantName}</dd>
        </div>
        <div>
          <dt>Beløp</dt>
          <dd>${formatAmount(session.amount, session.currency)}</dd>
        </div>
        <div>
          <dt>Kort</dt>
          <dd>•••• ${card?.last4 ?? ''}</dd>
        </div>
      </dl>
      <form method="post" action="/c/pay/${session.id}/bank" class="actions">
        <button type="submit" name="decision" value="approve" class="primary">Godkjenn</button>
        <button type="submit" name="decision" value="reject" class="secondary">Avvis</button>
      </form>
    </section>
  `;
  return page('Godkjenn betalingen – Testbanken', content);
}

/** What is left to say when a session can no longer be paid. */
export function closedPage({ session, merchantName }: Offer): string {
  const isDone = session.status === 'complete';
  const heading = isDone ? 'Betalingen er mottatt' : 'Betalingssiden er utløpt';
  const text = isDone ? 'Du kan lukke siden.' : 'Vi har ikke trukket penger. Gå tilbake og start på nytt.';
  const backUrl = isDone ? session.successUrl : session.cancelUrl;
  const content = html`
    <section class="card">
      <h1>${heading}</h1>
      <p>${text}</p>
      ${backUrl === null ? undefined : html`<a class="button primary" href="${backUrl}">Tilbake til ${merchantName}</a>`}
    </section>
  `;
  return page(heading, content);
}

export function unknownPage(): string {
  const content = html`<section class="card">
    <h1>Siden finnes ikke</h1>
    <p>Lenken til betalingen er feil eller ufullstendig.</p>
  </section>`;
  return page('Siden finnes ikke', content);
}

function orderSummary({ session, merchantName }: Offer): Html {
  return html`<header class="card">
    <div class="order">
      <h1 class="merchant">Betal til ${merchantName}</h1>
      <p class="amount">${formatAmount(session.amount, session.currency)}</p>
      <p class="description">${session.description}</p>
    </div>
  </header>`;
}

function problemSummary(problems: readonly FieldProblem[]): Html {
  return html`<div class="alert" role="alert" tabindex="-1" data-focus>
    <h3>For å gå videre må du rette opp følgende feil</h3>
    <ul>
      ${problems.map((problem) => html`<li><a href="#${problem.field}">${problem.text}</a></li>`)}
    </ul>
  </div>`;
}

function failureAlert(failure: CardFailure | null): Html | undefined {
  if (!failure) return undefined;
  return html`<div class="alert" role="alert" tabindex="-1" data-focus><p>${failureText(failure)}</p></div>`;
}

function failureText({ code, declineCode }: CardFailure): string {
  if (declineCode === 'insufficient_funds') {
    return 'Det er ikke nok penger på kortet. Vi har ikke trukket penger. Prøv et annet kort.';
  }
  if (code === 'payment_intent_authentication_failure') {
    return 'Betalingen ble ikke godkjent i banken. Vi har ikke trukket penger. Prøv igjen.';
  }
  return 'Kortet ble avvist. Vi har ikke trukket penger. Prøv igjen eller bruk et annet kort.';
}

interface Field {
  name: keyof CardFields;
  label: string;
  hint?: string;
  autocomplete: string;
  fields: CardFields;
  problems: readonly FieldProblem[];
}

function field({ name, label, hint, autocomplete, fields, problems }: Field): Html {
  const problem = problems.find((found) => found.field === name);
  const described = [hint === undefined ? '' : `${name}-hint`, problem ? `${name}-problem` : ''].join(' ').trim();
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? undefined : html`<span class="hint" id="${name}-hint">${hint}</span>`}
    <input
      id="${name}"
      name="${name}"
      value="${fields[name]}"
      inputmode="numeric"
      autocomplete="${autocomplete}"
      ${problem ? html`aria-invalid="true"` : undefined}
      ${described === '' ? undefined : html`aria-describedby="${described}"`}
    />
    ${problem ? html`<span class="problem" id="${name}-problem">${problem.text}</span>` : undefined}
  </div>`;
}

function groupByFour(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1\u00a0');
}
