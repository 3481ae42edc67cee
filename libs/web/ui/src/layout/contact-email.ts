/** Kontakt: where people write when a card is lost or something is wrong. Set by the installation at build time. */
export const contactEmail: string = import.meta.env.VITE_CONTACT_EMAIL ?? 'kontakt@kantinekortet.example';
