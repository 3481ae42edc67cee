import { newId, osloDay } from '@kantinekortet/platform';
import { good } from '../demo/demo-api.ts';
import type { TimelineEntry, TimelineScene } from './timeline-scene.ts';

type Who = readonly [role: string, name: string | null];

const office: Who = ['office', 'Olga Kontor'];
const guardian: Who = ['guardian', 'Grete Foresatt'];
const other: Who = ['guardian', 'Per Annen'];
/** The ledger notes who, not by which right. */
const officeInLedger: Who = ['person', 'Olga Kontor'];
const till: Who = ['register', 'Kasse 1'];
const sender: Who = ['sender', null];

interface TimelineLine {
  readonly happens: (scene: TimelineScene) => Promise<unknown>;
  readonly kind: string;
  readonly who: Who;
  readonly why?: string;
  readonly told?: Partial<TimelineEntry>;
}

const email = 'onkel@example.no';
const anInvitation = (scene: TimelineScene) => scene.does(`${scene.child}/guardian-invitations`, { email });
const leaves = (scene: TimelineScene) => scene.does(`${scene.child}/leave`, { reason: 'Flyttet' });
const receives = (scene: TimelineScene) => {
  const paidOn = osloDay(scene.api.clock.now());
  const receipt = { id: newId(), amountOre: 10_000, method: 'terminal', reference: newId(), paidOn };
  return scene.does(`${scene.child}/office-receipts`, receipt);
};
const owes = (scene: TimelineScene) => scene.losesTwo();

/** Everything that is written about a pupil, its cards, its money and its family, and the entry that it leaves. */
export const timelineTable: Readonly<Record<string, TimelineLine>> = {
  'a pupil leaves': { happens: leaves, kind: 'left', who: office, why: 'Flyttet' },
  'a pupil is to leave later': {
    happens: (scene) => {
      const lastDay = osloDay(new Date(scene.api.clock.now().getTime() + 7 * 24 * 60 * 60 * 1000));
      return scene.does(`${scene.child}/leave`, { reason: 'Flytter', lastDay });
    },
    ...{ kind: 'leave_planned', who: office, why: 'Flytter' },
  },
  'a pupil comes back': {
    happens: async (scene) => {
      await leaves(scene);
      await scene.does(`${scene.child}/enrol-again`);
    },
    ...{ kind: 'enrolled_again', who: office },
  },
  'a new school year': {
    happens: (scene) => scene.movesUp(),
    ...{ kind: 'class_changed', who: office, told: { facts: { from: '8A', to: '9A' } } },
  },
  'the undo of a school year': {
    happens: async (scene) => scene.does(`${scene.root}/rollovers/${await scene.movesUp()}/undo`),
    ...{ kind: 'class_changed', who: office, told: { facts: { from: '9A', to: '8A', isUndo: true } } },
  },
  'a guardian asks with the letter': {
    happens: (scene) => scene.isAsked(),
    ...{ kind: 'guardian_asked', who: other, told: { facts: { guardianName: 'Per Annen' } } },
  },
  'a card is registered': { happens: (scene) => scene.isAsked(), kind: 'card_registered', who: other },
  'a guardian is linked': {
    happens: async (scene) => {
      const id = await scene.isAsked();
      await good(scene.guardian.browser.post(`guardianships/${id}/approve`));
    },
    ...{ kind: 'guardian_linked', who: guardian, told: { facts: { guardianName: 'Per Annen' } } },
  },
  'a guardian is refused': {
    happens: async (scene) => scene.does(`${scene.root}/guardianships/${await scene.isAsked()}/reject`),
    ...{ kind: 'guardian_rejected', who: office, told: { facts: { guardianName: 'Per Annen' } } },
  },
  'a guardian is unlinked': {
    happens: async (scene) => {
      const id = await scene.guardianshipOf('Grete Foresatt');
      await scene.does(`${scene.root}/guardianships/${id}/end`);
    },
    ...{ kind: 'guardian_unlinked', who: office, told: { facts: { guardianName: 'Grete Foresatt' } } },
  },
  'guardians are kept apart': {
    happens: async (scene) => {
      const id = await scene.guardianshipOf('Grete Foresatt');
      await good(scene.office.browser.put(`${scene.root}/guardianships/${id}/discretion`, { isDiscreet: true }));
    },
    kind: 'guardian_discretion_changed',
    who: office,
    told: { facts: { guardianName: 'Grete Foresatt', isDiscreet: true } },
  },
  'a guardian is invited': {
    happens: anInvitation,
    ...{ kind: 'guardian_invited', who: office, told: { facts: { invitedEmail: email } } },
  },
  'an invitation is taken back': {
    happens: async (scene) => {
      const { id } = await anInvitation(scene);
      await good(scene.office.browser.delete(`${scene.child}/guardian-invitations/${id}`));
    },
    ...{ kind: 'guardian_invitation_withdrawn', who: office, told: { facts: { invitedEmail: email } } },
  },
  'the daily limit is changed': {
    happens: (scene) => good(scene.guardian.browser.put(`pupils/${scene.pupil.id}/limits`, { dailyLimitOre: 10_000 })),
    ...{ kind: 'limit_changed', who: guardian, told: { facts: { fromOre: null, toOre: 10_000 } } },
  },
  'a card is blocked': {
    happens: (scene) => good(scene.guardian.browser.post(`cards/${scene.card.id}/block`, { reason: 'stolen' })),
    ...{ kind: 'card_blocked', who: guardian, why: 'stolen' },
  },
  'a block is lifted': {
    happens: async (scene) => {
      await scene.does(`cards/${scene.card.id}/block`, { reason: 'lost' });
      await scene.does(`cards/${scene.card.id}/unblock`, {});
    },
    ...{ kind: 'card_unblocked', who: office },
  },
  'a card is replaced and the loss is counted': {
    happens: (scene) => scene.replaces(scene.card),
    ...{ kind: 'card_replaced', who: office, told: { facts: { cause: 'lost', lossNumber: 1 } } },
  },
  'the old card ends': { happens: (scene) => scene.replaces(scene.card), kind: 'card_ended', who: office },
  'a fee is taken': {
    happens: async (scene) => {
      await scene.topsUp();
      await scene.losesTwo();
    },
    ...{ kind: 'fee', who: officeInLedger, why: 'replacement_fee', told: { amountOre: -10_000 } },
  },
  'what a fee lacks becomes a claim': {
    happens: owes,
    ...{ kind: 'fee', who: officeInLedger, why: 'replacement_fee', told: { owedOre: 10_000 } },
  },
  'a claim is settled by a top-up': {
    happens: async (scene) => {
      await owes(scene);
      await scene.topsUp();
    },
    ...{ kind: 'top_up', who: ['person', 'Grete Foresatt'], told: { amountOre: 10_000, owedOre: -10_000 } },
  },
  'a replacement is waived before': {
    happens: (scene) => scene.losesTwo({ waiverReason: 'Brann hjemme' }),
    ...{ kind: 'card_replaced', who: office, why: 'Brann hjemme', told: { facts: { lossNumber: 2, feeOre: 0 } } },
  },
  'a replacement is waived afterwards': {
    happens: async (scene) => {
      const id = await scene.losesTwo();
      await scene.does(`${scene.root}/replacements/${id}/waiver`, { id: newId(), reason: 'Funnet igjen' });
    },
    ...{ kind: 'card_replacement_waived', who: office, why: 'Funnet igjen' },
  },
  'a fee is given back by a waiver': {
    happens: async (scene) => {
      await scene.topsUp();
      const id = await scene.losesTwo();
      await scene.does(`${scene.root}/replacements/${id}/waiver`, { id: newId(), reason: 'Funnet igjen' });
    },
    ...{ kind: 'fee_waiver', who: officeInLedger, why: 'Funnet igjen', told: { amountOre: 10_000 } },
  },
  'a guardian tops up': {
    happens: (scene) => scene.topsUp(),
    ...{ kind: 'top_up', who: ['person', 'Grete Foresatt'], told: { amountOre: 20_000 } },
  },
  'the office receives money': {
    happens: receives,
    ...{ kind: 'top_up', who: officeInLedger, told: { amountOre: 10_000 } },
  },
  'the office takes back what it recorded': {
    happens: async (scene) => {
      const { id } = await receives(scene);
      await scene.does(`${scene.root}/office-receipts/${id}/reversal`, { id: newId(), reason: 'Feil elev' });
    },
    ...{ kind: 'correction', who: officeInLedger, why: 'Feil elev', told: { amountOre: -10_000 } },
  },
  'the pupil buys': {
    happens: async (scene) => {
      await scene.topsUp();
      await scene.buys();
    },
    ...{ kind: 'sale', who: till, told: { amountOre: -2500 } },
  },
  'a purchase is taken back': {
    happens: async (scene) => {
      await scene.topsUp();
      const { saleId, register } = await scene.buys();
      await good(register.post(`sales/${saleId}/return`, { id: newId(), reason: 'Feil vare' }));
    },
    ...{ kind: 'sale_return', who: till, why: 'Feil vare' },
  },
  'a purchase is credited': {
    happens: async (scene) => {
      await scene.topsUp();
      const { saleId } = await scene.buys();
      await scene.does(`${scene.root}/sales/${saleId}/credits`, { id: newId(), reason: 'Stjålet kort' });
    },
    ...{ kind: 'goodwill', who: officeInLedger, why: 'Stjålet kort' },
  },
  'a guardian writes': {
    happens: (scene) => scene.writes(),
    ...{ kind: 'case_opened', who: guardian, told: { facts: { caseNumber: 1, about: 'other' } } },
  },
  'somebody reports the card': { happens: (scene) => scene.isReported(), kind: 'case_opened', who: sender },
  'a case is answered': {
    happens: async (scene) => scene.answers(await scene.writes()),
    ...{ kind: 'case_answered', who: office },
  },
  'a case is closed': {
    happens: async (scene) => scene.change(await scene.writes(), { status: 'closed' }),
    ...{ kind: 'case_closed', who: office },
  },
  'a reported loss is confirmed': {
    happens: async (scene) => scene.does(`${await scene.isReported()}/confirm-loss`, { cardId: scene.card.id }),
    ...{ kind: 'card_blocked', who: office, why: 'lost' },
  },
  'a reported loss of a blocked card is confirmed': {
    happens: async (scene) => {
      await scene.does(`cards/${scene.card.id}/block`, { reason: 'stolen' });
      await scene.does(`${await scene.isReported()}/confirm-loss`, { cardId: scene.card.id });
    },
    ...{ kind: 'case_loss_confirmed', who: office },
  },
};
