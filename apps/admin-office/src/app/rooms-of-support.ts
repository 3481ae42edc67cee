/** The rooms that customer service uses too, by their routes; the server refuses it the others. */
export const roomsOfSupport: ReadonlySet<string> = new Set([
  '/$schoolId',
  '/$schoolId/henvendelser',
  '/$schoolId/elever',
  '/$schoolId/elever/$pupilId',
  '/$schoolId/varer',
  '/$schoolId/klar',
]);
