import { newId } from '@kantinekortet/platform';
import { aSale, drawPairingCode, pin } from './scene-canteen.ts';
import { everyone, office, ownRegister, registers, type RouteLine } from './who-may.ts';

/** Tills: the office's, their cashiers, and what they sell. */
export const tillRoutes: Readonly<Record<string, RouteLine>> = {
  'GET /schools/{schoolId}/registers': office,
  'POST /schools/{schoolId}/registers': { ...office, body: () => ({ name: 'Kasse 3' }) },
  'POST /schools/{schoolId}/registers/{id}/pairing-codes': office,
  'POST /schools/{schoolId}/registers/{id}/revoke': office,
  'GET /schools/{schoolId}/cashiers': office,
  'POST /schools/{schoolId}/cashiers': { ...office, body: () => ({ name: 'Per', pin }) },
  'PATCH /schools/{schoolId}/cashiers/{id}': { ...office, body: () => ({ name: 'Pål', pin, active: true }) },

  'POST /registers/pair': {
    ...everyone,
    body: ({ browsers, ids }) => drawPairingCode(browsers.office, ids['schools'] ?? '', ids['registers'] ?? ''),
  },
  'GET /registers/current': registers,
  'GET /registers/current/catalogue': registers,
  'POST /registers/current/card-lookups': {
    ...ownRegister,
    body: ({ pupilCard: { token } }) => ({ cardToken: token }),
  },
  'GET /registers/current/pupils': { ...ownRegister, query: 'query=elev' },
  'POST /registers/current/cashier-sessions': {
    ...ownRegister,
    body: ({ ids }) => ({ cashierId: ids['cashiers'], pin }),
  },
  'DELETE /registers/current/cashier-sessions/{id}': registers,
  'GET /registers/current/sales': registers,
  'POST /sales': { ...ownRegister, body: ({ api, canteen, pupilCard }) => aSale(api, canteen, pupilCard) },
  'POST /sales/{id}/give-up': registers,
  'GET /sales/{id}': { may: ['register', 'guardian', 'support', 'office'] },
  'POST /schools/{schoolId}/sales/{saleId}/credits': {
    ...office,
    body: () => ({ id: newId(), reason: 'Stjålet kort' }),
  },
  'POST /sales/{id}/return': { ...ownRegister, body: () => ({ id: newId(), reason: 'Feil vare' }) },
};
