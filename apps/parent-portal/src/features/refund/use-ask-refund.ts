import { ApiProblem, changeSession, newId } from '@kantinekortet/api-client';
import { type ProblemTexts, useFormat, useSingleFlight } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { childrenKey } from '../../components/children.ts';
import { type Refundable, refundKeys } from './refundable.ts';
import type { ChosenAccount } from './use-account-choice.ts';

interface Wish {
  /** Absent for everything. */
  amountOre?: number;
  /** The bank account, when part of it needs one. */
  account: ChosenAccount | null;
}

/**
 * Asks for the refund and goes to its steps. An attempt keeps its id while the wish is the same, so that a double click, a
 * lost answer or the password in between make one refund.
 */
export function useAskRefund({ walletId }: Refundable) {
  const attempt = useRef<{ id: string; key: string }>(undefined);
  const [password, setPassword] = useState('');
  const [isPasswordWanted, setIsPasswordWanted] = useState(false);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const session = useSession();

  const mutation = useMutation({
    mutationFn: async ({ amountOre, account }: Wish) => {
      if (isPasswordWanted) {
        const email = session?.person.email ?? '';
        const { data } = await api.client.POST('/sessions', { body: { email, password } });
        changeSession(queryClient, data ?? null);
      }
      const payoutAccountId = account && (await idOf(walletId, account));
      const wish = {
        walletId,
        ...(amountOre !== undefined && { amountOre }),
        ...(payoutAccountId !== null && { payoutAccountId }),
      };
      const key = JSON.stringify(wish);
      if (attempt.current?.key !== key) attempt.current = { id: newId(), key };
      return (await api.client.POST('/refunds', { body: { id: attempt.current.id, ...wish } })).data;
    },
    onSuccess: async (refund) => {
      for (const queryKey of [...refundKeys, childrenKey]) await queryClient.invalidateQueries({ queryKey });
      if (refund) await navigate({ to: '/refusjoner/$refundId', params: { refundId: refund.id } });
    },
    onError: (error) => {
      if (isOldSignIn(error)) setIsPasswordWanted(true);
    },
  });

  return {
    ask: useSingleFlight((wish: Wish) => mutation.mutateAsync(wish).catch(() => undefined)),
    busy: mutation.isPending,
    error: isOldSignIn(mutation.error) ? null : mutation.error,
    texts: useRefundTexts(),
    isPasswordWanted,
    password,
    setPassword,
  };
}

/** The server is told of a new account first; told again, it is the same one. */
async function idOf(walletId: string, account: ChosenAccount): Promise<string> {
  if ('id' in account) return account.id;
  const params = { path: { walletId } };
  const { data } = await api.client.PUT('/wallets/{walletId}/payout-account', { params, body: account });
  if (!data) throw new Error('The server took the account and said nothing of it');
  return data.id;
}

/** The server wants the password once more. */
function isOldSignIn(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'sign_in_again';
}

function useRefundTexts(): ProblemTexts {
  const { t } = useLingui();
  const { kr } = useFormat();
  return {
    remainder_exceeded: (problem) => {
      const left = kr(problem.ore('refundableOre') ?? 0);
      return t`Noe er brukt i mellomtiden. Du kan få tilbake inntil ${left} nå.`;
    },
    payout_account_needed: t`Noe av dette kan bare sendes til en bankkonto. Skriv inn kontonummeret ditt først.`,
    payout_account_not_found: t`Kontoen er byttet ut. Last siden på nytt.`,
    invalid_credentials: t`Passordet er feil. Prøv igjen.`,
  };
}
