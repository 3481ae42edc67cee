import { html, type Html } from '../pages/html.ts';
import type { CardFields, FieldProblem } from './card-form.ts';
import type { CardFailure } from './stripe-state.ts';
import { testCards } from './test-cards.ts';

/** A card form as the payer left it, and what was wrong with it or with the card. */
export interface TypedCard {
  fields: CardFields;
  problems: readonly FieldProblem[];
  failure: CardFailure | null;
}

export function cardFields({ fields, problems }: TypedCard): Html {
  return html`
    ${field({ name: 'number', label: 'Kortnummer', autocomplete: 'cc-number', fields, problems })}
    <div class="pair">
      ${field({ name: 'expiry', label: 'Utløpsdato', hint: 'MM/ÅÅ', autocomplete: 'cc-exp', fields, problems })}
      ${field({ name: 'cvc', label: 'CVC', hint: 'Tre sifre', autocomplete: 'cc-csc', fields, problems })}
    </div>
  `;
}

/** What was wrong the last time, if anything. */
export function cardAlert({ problems, failure }: TypedCard): Html | undefined {
  return problems.length > 0 ? problemSummary(problems) : failureAlert(failure);
}

/** Buttons that fill in the form. */
export function testCardList(): Html {
  return html`
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
