import { formatCardNumber } from '@kantinekortet/codes';
import { useFormat } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import { type Case, isKeyOf, useStatusNames, useTopicNames } from '../../components/cases/case-words.ts';

type Step = Case['steps'][number];

/** Gives what was done, in words. */
export function useStepTexts(): (step: Step) => string {
  const { t } = useLingui();
  const { kr } = useFormat();
  const statuses = useStatusNames();
  const topics = useTopicNames();

  function changeText({ assigneeId, assigneeName, topic, isUrgent, dueAt, pupilId, pupilName }: Step['facts']): string {
    const parts: string[] = [];
    if (assigneeId === null) parts.push(t`ikke tildelt noen`);
    if (typeof assigneeId === 'string') {
      parts.push(typeof assigneeName === 'string' ? t`tildelt ${assigneeName}` : t`tildelt en kollega`);
    }
    if (isKeyOf(topics, topic)) parts.push(t`gjelder ${topics[topic]}`);
    if (isUrgent === true) parts.push(t`haster`);
    if (isUrgent === false) parts.push(t`haster ikke`);
    if (typeof dueAt === 'string') parts.push(t`ny frist`);
    if (typeof pupilId === 'string') {
      parts.push(typeof pupilName === 'string' ? t`knyttet til ${pupilName}` : t`knyttet til en elev`);
    }
    if (pupilId === null) parts.push(t`ikke knyttet til noen elev`);
    const what = parts.join(', ');
    return t`Endret: ${what}`;
  }

  return ({ kind, facts }) => {
    const card = typeof facts['cardNumber'] === 'string' ? formatCardNumber(facts['cardNumber']) : '';
    const status = facts['status'];
    switch (kind) {
      case 'card_blocked':
        return t`Kort ${card} sperret`;
      case 'loss_confirmed':
        return t`Tapet av kort ${card} er bekreftet. Kortet var sperret fra før.`;
      case 'card_unblocked':
        return t`Sperren på kort ${card} opphevet`;
      case 'card_replaced':
        return t`Nytt kort gitt`;
      case 'card_replacement_waived':
        return t`Gebyr for nytt kort ettergitt`;
      case 'purchase_credited': {
        const amount = typeof facts['amountOre'] === 'number' ? kr(facts['amountOre']) : '';
        return t`Kjøp godskrevet: ${amount}`;
      }
      case 'refund_asked': {
        const amount = typeof facts['amountOre'] === 'number' ? kr(facts['amountOre']) : '';
        return t`Refusjon bestilt: ${amount}`;
      }
      case 'status_changed':
        return isKeyOf(statuses, status) ? t`Status: ${statuses[status]}` : t`Status endret`;
      case 'case_changed':
        return changeText(facts);
      default:
        return t`Saken er endret`;
    }
  };
}
