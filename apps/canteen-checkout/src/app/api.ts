import { createApi } from '@kantinekortet/api-client';

export const api = createApi('canteen-checkout');
