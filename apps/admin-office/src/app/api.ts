import { createApi } from '@kantinekortet/api-client';

export const api = createApi('admin-office');
