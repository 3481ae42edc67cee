import { expect } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { anAppMerchant, answerInApp, payWithCard, testCards } from '@kantinekortet/providers/testing';
import type { KillFamily, KillScene } from './kill-scene.ts';
import { until } from './until.ts';

/**
 * What a person does, act by act. After the process has died, whoever was at it does the same again, as from a screen
 * that says that no answer came, and goes on.
 */
export interface Flow {
  readonly acts: readonly (() => Promise<void>)[];
  /** Whether all is where it belongs. */
  isOver(): Promise<boolean>;
  /** What is left on the card then, in øre. */
  readonly endsWithOre: number;
}

const paidOre = kr(200);

/** Makes everyone who takes part, up to the first act. */
export type Begin = (scene: KillScene) => Promise<{ readonly family: KillFamily; readonly flow: Flow }>;

/** A guardian fills the card by bank card. */
export const topUp: Begin = async (scene) => {
  const family = await scene.aFamily();
  return { family, flow: aTopUp(family, (page) => payWithCard(page, testCards.approved)) };
};

/** A guardian fills the card in the payment app, whose money is taken in two steps. */
export const capture: Begin = async (scene) => {
  const family = await scene.aFamily(anAppMerchant);
  return { family, flow: aTopUp(family, (page) => answerInApp(page, 'approve')) };
};

/** A guardian asks for some of it back to the bank card. */
export const refund: Begin = async (scene) => {
  const { family, flow } = await topUp(scene);
  for (const act of flow.acts) await act();
  await until('the top-up is booked', () => flow.isOver());
  const id = newId();
  const wish = { id, walletId: family.pupil.walletId, amountOre: kr(150) };
  const ask = async (): Promise<void> => {
    expect([200, 201]).toContain((await family.browser.post('refunds', wish)).status);
  };
  const settle = async (): Promise<void> => {
    const waiting = (await scene.sandbox.refunds(family.merchant.id)).filter(({ status }) => status === 'pending');
    for (const { reference } of waiting) await scene.sandbox.answerRefund(reference, 'succeeded');
  };
  const isOver = async (): Promise<boolean> => {
    const { body } = await family.browser.get<{ parts: { status: string }[] }>(`refunds/${id}`);
    return body.parts.every(({ status }) => status === 'confirmed');
  };
  return { family, flow: { acts: [ask, settle], isOver, endsWithOre: kr(50) } };
};

function aTopUp({ browser, pupil, merchant }: KillFamily, pay: (page: string) => Promise<unknown>): Flow {
  const id = newId();
  const wish = { id, walletId: pupil.walletId, amountOre: paidOre, provider: merchant.provider };
  let page = '';
  const start = async (): Promise<void> => {
    const { status, body } = await browser.post<{ checkoutUrl: string }>('top-ups', wish);
    expect([200, 201]).toContain(status);
    page = body.checkoutUrl;
  };
  const isOver = async (): Promise<boolean> => {
    const { body } = await browser.get<{ items: { kind: string }[] }>(`wallets/${pupil.walletId}/transactions`);
    return body.items.some(({ kind }) => kind === 'top_up');
  };
  const answer = async (): Promise<void> => {
    await pay(page);
  };
  return { acts: [start, answer], isOver, endsWithOre: paidOre };
}
