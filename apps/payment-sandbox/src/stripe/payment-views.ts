import { html, type Html } from '../pages/html.ts';
import { formatAmount, page } from '../pages/page.ts';
import { cardAlert, cardFields, testCardList, type TypedCard } from './card-form-views.ts';
import type { CardState, SessionState } from './stripe-state.ts';

interface Offer {
  session: SessionState;
  merchantName: string;
}

type CardPage = Offer & TypedCard;

/** The page where the payer gives a card. */
export function cardPage({ session, merchantName, ...typed }: CardPage): string {
  const amount = formatAmount(session.amount, session.currency);
  const title = typed.problems.length > 0 ? `Feil: Betal til ${merchantName}` : `Betal til ${merchantName}`;
  const content = html`
    ${orderSummary({ session, merchantName })}
    <section class="card" aria-labelledby="card-heading">
      <h2 id="card-heading">Betal med kort</h2>
      ${cardAlert(typed)}
      <form method="post" action="/c/pay/${session.id}" novalidate data-card-form>
        ${cardFields(typed)}
        <div class="actions">
          <button type="submit" class="primary">Betal ${amount}</button>
          ${session.cancelUrl === null ? undefined : html`<a class="button secondary" href="${session.cancelUrl}">Avbryt</a>`}
        </div>
      </form>
    </section>
    ${testCardList()}
  `;
  return page(title, content, { script: true });
}

interface Approval {
  /** What is approved: the heading of the bank's page. */
  heading: string;
  merchantName: string;
  /** Null when no money is taken now. */
  amount: string | null;
  card: CardState | null;
  /** Where the answer is sent. */
  action: string;
}

/** The bank's page, where a payer approves with BankID in real life. */
export function bankPage({ heading, merchantName, amount, card, action }: Approval): string {
  const facts = [
    ['Til', merchantName],
    ...(amount === null ? [] : [['Beløp', amount]]),
    ['Kort', `•••• ${card?.last4 ?? ''}`],
  ] as const;
  const content = html`
    <section class="card" aria-labelledby="bank-heading">
      <div class="order">
        <p class="merchant">Testbanken</p>
        <h1 id="bank-heading">${heading}</h1>
      </div>
      <dl class="facts">
        ${facts.map(
          ([term, text]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl>
      <form method="post" action="${action}" class="actions">
        <button type="submit" name="decision" value="approve" class="primary">Godkjenn</button>
        <button type="submit" name="decision" value="reject" class="secondary">Avvis</button>
      </form>
    </section>
  `;
  return page(`${heading} – Testbanken`, content);
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
