import type { Reply } from '@kantinekortet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';

export type Guardian = Reply<'/guardians/me', 'get'>;

/** Changes the name or language of the signed-in guardian and shows the answer. */
export function useChangeProfile() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: { name?: string; language?: Guardian['language'] }) =>
      (await api.client.PATCH('/guardians/me', { body })).data,
    onSuccess: (guardian) => {
      queryClient.setQueryData(['get', '/guardians/me'], guardian);
    },
  });
}
