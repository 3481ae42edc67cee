export { Caller, Public, Requires, Webhook, type Access } from './access/access.decorators.ts';
export { NotAllowed, NotSignedIn, SchoolNotFound } from './access/access.errors.ts';
export type { App, PersonApp } from './access/apps.ts';
export type { PersonPrincipal, Principal, RegisterPrincipal, StaffRole, StaffRoleName } from './access/principal.ts';
export { IdentityModule } from './identity.module.ts';
export { InstallationService, OperatorMistake, type SchoolSummary } from './installation/installation.service.ts';
export { LinkNotValid, LinkTokens } from './link-tokens.ts';
export { Passwords } from './passwords/passwords.ts';
export { Sessions, type OpenedSession, type SessionOwner } from './sessions/sessions.ts';
