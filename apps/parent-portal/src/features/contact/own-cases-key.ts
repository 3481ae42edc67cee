/** Key of the guardian's cases, to ask again after one was opened or written in. */
export const ownCasesKey = ['get', '/guardians/me/support-cases'] as const;
