import { expect } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { good } from '../../demo/demo-api.ts';
import type { Begin } from './flows.ts';

interface Rules {
  readonly rule: { readonly status: string; readonly run: unknown; readonly timesThisMonth: number } | null;
}

/** A guardian has an empty card fill itself, by a bank card that is saved first: then it is filled at once. */
export const autoTopUp: Begin = async (scene) => {
  const family = await scene.aFamily();
  const { browser, pupil } = family;
  const [id, rules] = [newId(), `top-ups/auto-top-ups/${pupil.walletId}`];
  let page = '';
  const makeRule = async (): Promise<void> => {
    await good(browser.put(rules, { belowOre: kr(50), amountOre: kr(200), timesAMonth: 3 }));
  };
  const startCard = async (): Promise<void> => {
    const { status, body } = await browser.post<{ setupUrl: string }>('top-ups/saved-cards', {
      id,
      walletId: pupil.walletId,
    });
    expect([200, 201]).toContain(status);
    page = body.setupUrl;
  };
  const giveCard = async (): Promise<void> => {
    await payWithCard(page, testCards.approved);
    await good(browser.get(`top-ups/saved-cards/${id}`));
  };
  const isOver = async (): Promise<boolean> => {
    const { rule } = await good(browser.get<Rules>(rules));
    return rule?.status === 'active' && rule.run === null && rule.timesThisMonth === 1;
  };
  return { family, flow: { acts: [makeRule, startCard, giveCard], isOver, endsWithOre: kr(200) } };
};
