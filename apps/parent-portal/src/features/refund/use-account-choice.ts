import { parseAccountNumber } from '@kantinekortet/codes';
import { useState } from 'react';
import { useSession } from '../../app/session.ts';
import type { Refundable } from './refundable.ts';

/** An account that the server knows, or one that it is told of first. */
export type ChosenAccount = { id: string } | { holderName: string; accountNumber: string };

/** The bank account as it is being chosen. */
export function useAccountChoice(known: Refundable['account']) {
  const session = useSession();
  const [isNew, setIsNew] = useState(false);
  const [number, setNumber] = useState('');
  const [typedHolder, setHolder] = useState<string>();
  const [isJudged, setIsJudged] = useState(false);
  const holder = typedHolder ?? session?.person.name ?? '';
  const accountNumber = parseAccountNumber(number);
  const holderName = holder.trim();

  /** What is chosen; undefined, and said why, when it is not an account yet. */
  function chosen(): ChosenAccount | undefined {
    if (known !== null && !isNew) return { id: known.id };
    setIsJudged(true);
    return accountNumber === undefined || holderName === '' ? undefined : { holderName, accountNumber };
  }

  return {
    known,
    isNew,
    startNew: () => setIsNew(true),
    number,
    setNumber,
    holder,
    setHolder,
    isNumberRefused: isJudged && accountNumber === undefined,
    isHolderRefused: isJudged && holderName === '',
    chosen,
  };
}

export type AccountChoice = ReturnType<typeof useAccountChoice>;
