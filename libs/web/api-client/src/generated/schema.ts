export interface paths {
  '/guardians': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign up. The answer is the same for an e-mail that has a profile: that one gets another mail */
    post: operations['Guardians_signUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Verify the e-mail by the link in the mail; then one can sign in */
    post: operations['Guardians_verify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One's own profile */
    get: operations['Guardians_me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change name or language */
    patch: operations['Guardians_change'];
    trace?: never;
  };
  '/guardians/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change the password; every other session ends */
    put: operations['Guardians_changePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/me/email-change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for another e-mail; both addresses get a link */
    post: operations['Guardians_askEmailChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/email-change/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm from one of the two addresses; the second one makes the change */
    post: operations['Guardians_confirmEmailChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in to the app that the header names; its cookie comes with the answer */
    post: operations['Sessions_signIn'];
    /** Sign out everywhere, in every app and on every device */
    delete: operations['Sessions_signOutEverywhere'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in here */
    get: operations['Sessions_current'];
    put?: never;
    post?: never;
    /** Sign out here */
    delete: operations['Sessions_signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/password-resets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for a link to choose a new password. The answer is the same for an unknown e-mail */
    post: operations['PasswordResets_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/password-resets/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Choose the new password; every session ends */
    post: operations['PasswordResets_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/staff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who works at the school, and who is invited */
    get: operations['Staff_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/staff/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Invite someone by mail, in the language of the one who invites */
    post: operations['Staff_invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/staff/invitations/{invitationId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take an invitation back */
    delete: operations['Staff_withdraw'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/staff/{personId}/{role}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a role away; the last one of the office stays */
    delete: operations['Staff_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff-invitations/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the link in the mail invites to */
    get: operations['Invitations_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/staff-invitations/{token}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept, with the password of the profile or with a name and password for a new one */
    post: operations['Invitations_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A school and its settings */
    get: operations['Schools_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change some settings */
    patch: operations['Schools_changeSettings'];
    trace?: never;
  };
  '/schools/{schoolId}/classes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The classes, each with its number of pupils */
    get: operations['Schools_classes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/roster-imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The files that were applied, newest first */
    get: operations['Roster_history'];
    put?: never;
    /** Upload a roster file and see what it would do */
    post: operations['Roster_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/roster-imports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a file would do, or did */
    get: operations['Roster_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/roster-imports/{id}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far a file that is being applied has come */
    get: operations['Roster_progressOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/roster-imports/{id}/apply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Do what was shown, wholly or not at all */
    post: operations['Roster_apply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/roster-imports/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put back what an import of today did */
    post: operations['Roster_undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a pupil leave: now, when sales stop at once, or after a last day; the card ends the night after */
    post: operations['Enrolment_leave'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/enrol-again': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a pupil back who has left, or was to leave */
    post: operations['Enrolment_enrolAgain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/rollovers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The new school years that were applied, newest first */
    get: operations['Rollovers_history'];
    put?: never;
    /** See what a new school year would do to each class */
    post: operations['Rollovers_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/rollovers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a new school year would do, or did */
    get: operations['Rollovers_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/rollovers/{id}/apply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin the new school year, wholly or not at all */
    post: operations['Rollovers_apply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/rollovers/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put back what a new school year of today did */
    post: operations['Rollovers_undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/guardians': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The guardians of a pupil, and who asks to be */
    get: operations['Guardianships_ofPupil'];
    put?: never;
    /** Make the profile of an e-mail a guardian at once */
    post: operations['OfficeGuardians_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/guardianships/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a person be a guardian */
    post: operations['Guardianships_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/guardianships/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a request down */
    post: operations['Guardianships_reject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/guardianships/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a person no longer be a guardian */
    post: operations['Guardianships_end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/me/approvals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who asks to be a guardian beside me */
    get: operations['GuardianApprovals_approvals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardianships/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a person be a guardian beside me */
    post: operations['GuardianApprovals_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardianships/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a request down */
    post: operations['GuardianApprovals_reject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/staff-cards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many of the staff have a wallet; they are listed as pupils of the kind staff */
    get: operations['StaffCards_summary'];
    put?: never;
    /** Let someone of the staff have a card */
    post: operations['StaffCards_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/guardian-invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Invite somebody by e-mail to be a guardian */
    post: operations['OfficeGuardians_invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/guardian-invitations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Withdraw an invitation, whoever sent it */
    delete: operations['OfficeGuardians_withdraw'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/guardianships/{id}/discretion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say whether a guardian and the others may be told of each other */
    put: operations['OfficeGuardians_setDiscretion'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pupils/{pupilId}/guardians': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The guardians of my child and who is invited, as far as I may be told */
    get: operations['Family_family'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pupils/{pupilId}/guardian-invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Invite somebody by e-mail to be a guardian beside me */
    post: operations['Family_invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pupils/{pupilId}/guardian-invitations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Withdraw an invitation of mine */
    delete: operations['Family_withdraw'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardian-links/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the link in the mail invites to */
    get: operations['Family_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardian-links/{token}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept, with the profile that has the invited e-mail */
    post: operations['Family_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/cards/register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Register a card by its number and the control code of its letter */
    post: operations['Cards_register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pupils/{pupilId}/cards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The cards that a pupil has and had, newest first */
    get: operations['Cards_ofPupil'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/card': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a pupil a card from stock by scanning it */
    post: operations['Cards_issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/cards/{id}/block': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Block a pupil's card for every till */
    post: operations['Cards_block'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/cards/{id}/unblock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lift a block; a guardian only one that a guardian set */
    post: operations['Cards_unblock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/card-batches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was printed, newest first */
    get: operations['PrintCards_list'];
    put?: never;
    /** Print cards, for a class or for stock, as a PDF that exists in this answer only */
    post: operations['PrintCards_print'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/card-batches/{batchId}/reprint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Print a batch's unregistered cards anew; what was printed of them before stops working */
    post: operations['PrintCards_reprint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/letter': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Print a letter with a new control code for a pupil's card; the old code is void */
    post: operations['PrintCards_printLetter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/cards/{id}/replacement-quote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a new card for this one would cost now */
    get: operations['Replacements_quote'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/cards/{id}/replacements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Replace a card by a scanned one from stock; the old one never works again */
    post: operations['Replacements_replace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/cards/{id}/replacements/print': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Replace a card by one that is printed, with its letter, in this answer only */
    post: operations['Replacements_print'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/replacements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The new cards that a pupil got for old ones, newest first */
    get: operations['Replacements_ofPupil'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/replacements/{id}/waiver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back what a replacement cost, or that a theft counts as a loss */
    post: operations['Replacements_waive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/cash-free-readiness/reminders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Remind families by mail, each at most once a day about one matter */
    post: operations['Reminders_remind'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/cash-free-readiness/letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Print a letter for each family; those without a profile get a new control code */
    post: operations['Reminders_print'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The categories in order */
    get: operations['Categories_list'];
    put?: never;
    /** Add a category behind the others */
    post: operations['Categories_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/categories/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Rename or move a category */
    patch: operations['Categories_change'];
    trace?: never;
  };
  '/schools/{schoolId}/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All products in the order of the grid */
    get: operations['Products_list'];
    put?: never;
    /** Add a product behind the others */
    post: operations['Products_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/products/order': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Order the grid */
    put: operations['Products_order'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/products/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change a product; name, price and VAT make a new revision */
    patch: operations['Products_change'];
    trace?: never;
  };
  '/payment-events/{provider}/{merchantKey}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Receive a provider's signed webhook; 200 means that it is stored */
    post: operations['ProviderEvents_receive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What waits for the office, most urgent first, or what was resolved, newest first */
    get: operations['Tasks_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/tasks/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much waits for the office */
    get: operations['Tasks_count'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/tasks/{id}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Resolve a task by a written note */
    post: operations['Tasks_resolve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/top-ups/auto-top-ups/{walletId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller's rule for a child, their saved card, and what is under way */
    get: operations['AutoTopUps_get'];
    /** Set the rule up or change it; without a saved card it waits for one */
    put: operations['AutoTopUps_put'];
    post?: never;
    /** Switch the rule off; a charge that is being made is finished */
    delete: operations['AutoTopUps_switchOff'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/top-ups/saved-cards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Start to save a bank card; the answer says where it is given */
    post: operations['SavedCards_start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/top-ups/saved-cards/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of it; asks the provider until it is saved */
    get: operations['SavedCards_get'];
    put?: never;
    post?: never;
    /** Remove a bank card, here and at the provider; what it pays for is switched off */
    delete: operations['SavedCards_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/top-ups/{id}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Where the guardian approves an automatic top-up at the bank */
    post: operations['Approvals_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/top-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Start a top-up; the answer says where to pay */
    post: operations['TopUps_start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/top-ups/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of a top-up; asks the provider while it is open */
    get: operations['TopUps_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/top-ups/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close the payment page; says what became of the top-up, which may have been paid before */
    post: operations['TopUps_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/office-receipts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put money that the office has received on a pupil’s card */
    post: operations['OfficeReceipts_receive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/office-receipts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Receipts of a school, a pupil or a day, newest first */
    get: operations['OfficeReceipts_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/office-receipts/{id}/receipt.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A receipt on paper */
    get: operations['OfficeReceipts_print'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/office-receipts/{id}/reversal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back a receipt that was a mistake, the same day and while its money is there */
    post: operations['OfficeReceipts_reverse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/terminal-days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Days of the bank terminal, newest first */
    get: operations['TerminalDays_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/terminal-days/{day}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the receipts of a day come to, and how it was closed */
    get: operations['TerminalDays_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/terminal-days/{day}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Match a day with the terminal’s own report; it takes no more receipts */
    post: operations['TerminalDays_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/clearings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is paid and not yet on the client account, and what of it nobody could match */
    get: operations['Settlements_waiting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/settlements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What came to the client account, newest first */
    get: operations['Settlements_list'];
    put?: never;
    /** Enter what came to the client account, for money that no report tells of */
    post: operations['Settlements_enter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/settlements/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of them */
    get: operations['Settlements_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/settlements/{id}/lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a settlement is made of */
    get: operations['Settlements_lines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/settlements/{id}/lines.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a settlement is made of, for the accountant */
    get: operations['Settlements_table'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pupils/{pupilId}/low-balance-alert': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** When the guardian wants a mail about a child's low balance */
    get: operations['LowBalanceAlerts_get'];
    /** Set it; each guardian of a child has their own */
    put: operations['LowBalanceAlerts_set'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/payment-discrepancies/{id}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decide what becomes of a payment that is not what was asked for */
    post: operations['Discrepancies_decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallets/{id}/refundable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is left of one's own money, and which ways it would go back */
    get: operations['Refunds_refundable'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/me/former-wallets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Wallets of children whose guardian one is no longer, with money of one’s own left */
    get: operations['Refunds_former'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One's refunds, newest first */
    get: operations['Refunds_list'];
    put?: never;
    /** Ask for money back; it is held from now on. Needs a sign-in of the last ten minutes */
    post: operations['Refunds_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/refunds/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What has become of a refund, and why parts of it wait */
    get: operations['Refunds_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/refunds/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back what has not left: it can be spent again */
    post: operations['Refunds_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallets/{walletId}/payout-account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say where the bank sends one's money at this wallet's school. Needs a recent sign-in */
    put: operations['PayoutAccounts_record'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/household-money': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is left of money that the office received for a pupil, and where it would go back */
    get: operations['OfficeRefunds_householdMoney'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/payout-account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Record the account that a family without a profile gave */
    put: operations['OfficeRefunds_recordAccount'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Refunds of the school, newest first */
    get: operations['OfficeRefunds_list'];
    put?: never;
    /** Ask for the household's money; somebody else has to approve it */
    post: operations['OfficeRefunds_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/refunds/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve that it is paid out; not by who recorded the money or the account, or asked */
    post: operations['OfficeRefunds_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/refunds/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse what waits for approval; its money is on the wallet again */
    post: operations['OfficeRefunds_reject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/bank-agreement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Record the number under which the bank takes the merchant's payment files */
    put: operations['Payouts_agree'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/payouts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The school's payment files, newest first, and what is ready for the next one */
    get: operations['Payouts_list'];
    put?: never;
    /** Prepare a payment file of everything that is ready for the bank */
    post: operations['Payouts_prepare'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/payouts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A payment file with its lines */
    get: operations['Payouts_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/payouts/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve a payment file that somebody else has prepared */
    post: operations['Payouts_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/payouts/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give up a payment file that has not left */
    post: operations['Payouts_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/payouts/{id}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The approved file for the bank (pain.001.001.03); its money leaves with the first download */
    post: operations['Payouts_download'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/payouts/{id}/settle': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that the bank has paid every line that is still open */
    post: operations['Payouts_settle'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/payouts/{id}/lines/{number}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that one line came back: its money is on the wallet again */
    post: operations['Payouts_returnLine'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/payout-answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take the bank's answer to a payment file (pain.002) */
    post: operations['Payouts_takeAnswer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/payouts/{id}/lines.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How each line of a payment file stands */
    get: operations['PayoutRecords_lines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/payouts/{id}/answers/{answerId}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of the bank's answers (pain.002), byte for byte as it came */
    get: operations['PayoutRecords_answer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/leavers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who has left with money on the card, whose it is, and what can be sent back now */
    get: operations['Leavers_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/leavers/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Pay back what was previewed, all at once */
    post: operations['Leavers_pay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/registers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The registers of a school, by name */
    get: operations['Registers_list'];
    put?: never;
    /** Make a register; a device is paired with it by a code */
    post: operations['Registers_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/registers/{id}/pairing-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Draw a pairing code that works once, for ten minutes; it replaces the one before */
    post: operations['Registers_drawCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/registers/{id}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take the right to sell from the device that is paired; no sale after this answer */
    post: operations['Registers_revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/cashiers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The cashiers of a school, by name */
    get: operations['Cashiers_list'];
    put?: never;
    /** Make a cashier with a six-digit PIN */
    post: operations['Cashiers_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/cashiers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change name, PIN or whether the cashier may sign in */
    patch: operations['Cashiers_change'];
    trace?: never;
  };
  '/registers/pair': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make this device a register by the office's code; its cookie comes with the answer */
    post: operations['Till_pair'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/registers/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This register, its school, who may sell and who sells now */
    get: operations['Till_current'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/registers/current/catalogue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What this register sells, in the order of its grid */
    get: operations['Till_sold'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/registers/current/card-lookups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whose card this is and what it can buy for */
    post: operations['Till_lookUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/registers/current/pupils': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find a pupil who forgot the card, if the school allows it */
    get: operations['Till_findPupils'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/registers/current/cashier-sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign a cashier in by PIN; who was signed in at this register is signed out */
    post: operations['CashierSessions_start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/registers/current/cashier-sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Sign the cashier out; again changes nothing */
    delete: operations['CashierSessions_end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sales': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sell: draw the amount from the balance and answer with the receipt */
    post: operations['Sales_sell'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sales/{id}/give-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give up a sale of unknown outcome: it can never be booked afterwards */
    post: operations['Sales_giveUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sales/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The receipt of a sale */
    get: operations['Sales_receipt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/registers/current/sales': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What this register sold today, newest first */
    get: operations['Sales_today'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sales/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Return a whole sale on the day it was made */
    post: operations['SaleReturns_return'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/sales/{saleId}/credits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a purchase back, whole, whenever it was made */
    post: operations['SaleCredits_credit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pupils/{pupilId}/limits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a pupil may spend */
    get: operations['Limits_get'];
    /** Set what a pupil may spend; every sale after this answer keeps it */
    put: operations['Limits_set'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/support-cases/schools': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The schools that one can write to */
    get: operations['Contact_schools'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/support-cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Write to a school without signing in; a receipt comes by mail */
    post: operations['Contact_write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/support-cases/thread': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read a case by the link in its mails */
    post: operations['Contact_thread'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/support-cases/thread/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Write more in a case by the link in its mails */
    post: operations['Contact_writeMore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/me/support-cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One's own cases, newest first */
    get: operations['OwnCases_list'];
    put?: never;
    /** Write to the school about a child; a lost card that is named is blocked at once */
    post: operations['OwnCases_write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/me/support-cases/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One case with what was written */
    get: operations['OwnCases_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/me/support-cases/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Write more in a case */
    post: operations['OwnCases_writeMore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/support-cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The cases of a view; with a query those that fit it, in every view */
    get: operations['Cases_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/support-cases/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many cases each view has */
    get: operations['Cases_counts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/support-cases/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A case with messages, files and what was done */
    get: operations['Cases_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Give it to a colleague, say what it is about, open, wait or close it */
    patch: operations['Cases_change'];
    trace?: never;
  };
  '/schools/{schoolId}/support-cases/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answer the sender (it leaves after ten seconds) or write a note */
    post: operations['Cases_write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/support-cases/{id}/messages/{messageId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take one's own answer back before it has left */
    delete: operations['Cases_takeBack'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/support-cases/{id}/confirm-loss': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Block the card that was reported as lost */
    post: operations['Cases_confirmLoss'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/support-cases/{id}/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put a picture or a PDF into a case; it stays at the school until an answer takes it along */
    post: operations['Attachments_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/support-cases/thread/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put a picture or a PDF into a case by the link in its mails; it is open again then */
    post: operations['Attachments_addByKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/me/support-cases/{id}/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put a picture or a PDF into one's own case, which is open again then */
    post: operations['Attachments_addOwn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/support-cases/{id}/attachments/{attachmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Save a file. It is never shown on a page of ours */
    get: operations['Attachments_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/support-cases/thread/attachments/{attachmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Save a file that an answer brought, by the link in the mails of its case */
    get: operations['Attachments_getByKey'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/me/support-cases/{id}/attachments/{attachmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Save a file that an answer brought to one's own case */
    get: operations['Attachments_getOwn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/guardians/me/children': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My children with card and balance */
    get: operations['Children_mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The balance now, what is held and what is owed */
    get: operations['Wallets_wallet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallets/{id}/transactions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every movement on the balance, or only purchases, newest first */
    get: operations['Wallets_transactions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallets/{id}/claims': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the wallet owes, and for what */
    get: operations['Wallets_claims'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallets/{id}/statement.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A statement on paper, from one day to another */
    get: operations['Wallets_statement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallets/{id}/statement.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same statement as a table */
    get: operations['Wallets_table'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallets/{id}/spending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Purchases by week, oldest first */
    get: operations['Wallets_spending'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The school's way from cash in figures, and today's sales */
    get: operations['Pupils_overview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Pupils by name, found by parts of it or by card number */
    get: operations['Pupils_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One pupil with wallet, cards and guardians */
    get: operations['Pupils_pupil'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/statement.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A pupil's statement on paper, from one day to another */
    get: operations['Pupils_statement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/statement.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same statement as a table */
    get: operations['Pupils_table'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/pupils/{pupilId}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who did what to a pupil, its card and its money, when and why */
    get: operations['Pupils_timeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/cash-free-readiness': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many pupils lack card, guardian or money, for the school and each class */
    get: operations['Readiness_figures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/cash-free-readiness/pupils': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who lacks something */
    get: operations['Readiness_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/books': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the books hold, and whether the money of customers is there */
    get: operations['Books_get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/client-account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Record the bank account in which the merchant keeps the money of its customers */
    put: operations['Books_setAccount'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/client-money/balances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say what lay on the client account when a day was over; answers with the newest balance */
    post: operations['Books_say'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/client-money/statements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take the client account's closing balance from the bank's camt.053 file */
    post: operations['Books_takeFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/closings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Months that were closed, and what closing the next one would book */
    get: operations['Closings_list'];
    put?: never;
    /** Close a month with the figures that were shown */
    post: operations['Closings_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/books/transactions.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every transfer of a period, for the accountant */
    get: operations['Exports_transactions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/books/summary.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What moved on each account in a month */
    get: operations['Exports_summary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/limited-network': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What went through the cards in twelve months, against the limit of a limited network */
    get: operations['HeldMoney_limitedNetwork'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/limited-network/euro-rates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say what a euro costs, on which day and by which source */
    post: operations['HeldMoney_sayRate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/idle-balances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Money on cards that nobody has used for twelve months, or whose pupils have left */
    get: operations['HeldMoney_idleBalances'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schools/{schoolId}/idle-balances.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as a table, all of it */
    get: operations['HeldMoney_table'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @enum {string} */
    Language: 'nb' | 'nn' | 'en';
    SignUpRequest: {
      /** @example Kari Nordmann */
      name: string;
      /** Format: email */
      email: string;
      password: string;
      language: components['schemas']['Language'];
    };
    SignUpAnswer: {
      /** @enum {string} */
      status: 'verification_sent';
    };
    LinkToken: {
      /** @description From the link in the mail */
      token: string;
    };
    VerifiedEmail: {
      /** Format: email */
      email: string;
      /** @description Whether the link was opened before */
      wasVerified: boolean;
    };
    ProfileView: {
      /** Format: uuid */
      id: string;
      name: string;
      /** Format: email */
      email: string;
      language: components['schemas']['Language'];
      /** @description The new e-mail that waits to be confirmed */
      emailChangePending: string | null;
    };
    ProfileChange: {
      name?: string;
      language?: components['schemas']['Language'];
    };
    PasswordChangeRequest: {
      currentPassword: string;
      password: string;
    };
    EmailChangeRequest: {
      /** Format: email */
      newEmail: string;
      password: string;
    };
    EmailChangeAnswer: {
      /** @enum {string} */
      status: 'waiting_for_other' | 'changed';
    };
    SignInRequest: {
      /** Format: email */
      email: string;
      password: string;
    };
    PersonView: {
      /** Format: uuid */
      id: string;
      name: string;
      /** Format: email */
      email: string;
      language: components['schemas']['Language'];
    };
    /** @enum {string} */
    StaffRole: 'office' | 'support';
    RoleView: {
      /** Format: uuid */
      schoolId: string;
      schoolName: string;
      role: components['schemas']['StaffRole'];
    };
    SessionView: {
      person: components['schemas']['PersonView'];
      /** @description Empty in the parent portal */
      roles: components['schemas']['RoleView'][];
    };
    PasswordResetRequest: {
      /** Format: email */
      email: string;
    };
    NewPassword: {
      /** @description From the link in the mail */
      token: string;
      password: string;
    };
    StaffMember: {
      /** Format: uuid */
      personId: string;
      name: string;
      /** Format: email */
      email: string;
      role: components['schemas']['StaffRole'];
    };
    InvitationView: {
      /** Format: uuid */
      id: string;
      /** Format: email */
      email: string;
      role: components['schemas']['StaffRole'];
      /** Format: date-time */
      expiresAt: string;
    };
    StaffList: {
      items: components['schemas']['StaffMember'][];
      invitations: components['schemas']['InvitationView'][];
    };
    InvitationRequest: {
      /** Format: email */
      email: string;
      role: components['schemas']['StaffRole'];
    };
    OpenInvitation: {
      /** Format: email */
      email: string;
      schoolName: string;
      role: components['schemas']['StaffRole'];
      /** @description True when the e-mail has a profile: then its own password accepts, and no name is asked */
      hasProfile: boolean;
    };
    InvitationAcceptance: {
      /** @description Needed when the e-mail has no profile yet */
      name?: string;
      password: string;
    };
    SchoolSettings: {
      /** @description The smallest top-up */
      topUpMinOre: number;
      /** @description The largest top-up */
      topUpMaxOre: number;
      /** @description What a wallet may hold when a top-up starts */
      balanceCapOre: number;
      /** @description What a fee leaves on the wallet */
      lunchFloorOre: number;
      /** @description What a new card costs from the second loss on */
      replacementFeeOre: number;
      /** @description Whether the till may find a pupil by name */
      allowWithoutCard: boolean;
      printNameOnCard: boolean;
    };
    SchoolResponse: {
      /** Format: uuid */
      id: string;
      name: string;
      /** Format: uuid */
      merchantId: string;
      /** @description Who receives the money */
      merchantName: string;
      settings: components['schemas']['SchoolSettings'];
    };
    ChangeSettingsRequest: {
      topUpMinOre?: number;
      topUpMaxOre?: number;
      balanceCapOre?: number;
      lunchFloorOre?: number;
      replacementFeeOre?: number;
      allowWithoutCard?: boolean;
      printNameOnCard?: boolean;
    };
    SchoolClass: {
      /** Format: uuid */
      id: string;
      /** @example 9A */
      name: string;
      /** @description Enrolled pupils */
      pupilCount: number;
    };
    SchoolClassList: {
      items: components['schemas']['SchoolClass'][];
    };
    RosterCounts: {
      /** @description Rows of the file, the bad ones too */
      rows: number;
      new: number;
      changed: number;
      unchanged: number;
      /** @description Enrolled pupils that the file does not have */
      leaving: number;
      errors: number;
      /** @description Rows that need a match by hand */
      ambiguous: number;
    };
    RosterRowChange: {
      /** @enum {string} */
      field: 'externalId' | 'firstName' | 'lastName' | 'birthDate' | 'className' | 'guardianEmails' | 'status';
      from: string | null;
      to: string | null;
    };
    RosterRowProblem: {
      /** @example className */
      field: string;
      /** @enum {string} */
      code:
        | 'missing'
        | 'too_long'
        | 'bad_date'
        | 'bad_email'
        | 'single_name'
        | 'missing_key'
        | 'too_many_cells'
        | 'duplicate';
      detail: string;
    };
    RosterCandidate: {
      /** Format: uuid */
      pupilId: string;
      name: string;
      /** Format: date */
      birthDate: string | null;
      className: string;
    };
    RosterRow: {
      /** @description Line of the file, the first being 1 */
      line: number;
      /** @enum {string} */
      kind: 'new' | 'changed' | 'error' | 'ambiguous';
      name: string;
      className: string;
      changes: components['schemas']['RosterRowChange'][];
      errors: components['schemas']['RosterRowProblem'][];
      /** @description Whom an ambiguous row may mean */
      candidates: components['schemas']['RosterCandidate'][];
    };
    LeavingPupil: {
      /** Format: uuid */
      pupilId: string;
      name: string;
      className: string;
    };
    RosterResult: {
      created: number;
      changed: number;
      left: number;
      unchanged: number;
      /** @description Bad rows, and ambiguous ones without a match */
      skipped: number;
    };
    KeptPupil: {
      /** Format: uuid */
      pupilId: string;
      name: string;
      className: string;
    };
    UndoResult: {
      /** @description Pupils that it had added, who leave again */
      left: number;
      /** @description Pupils that it had let leave, who are back */
      cameBack: number;
      /** @description Pupils whose class or details are as before */
      restored: number;
      /** @description Pupils that it had added, who stay: they have card, guardian or money */
      kept: components['schemas']['KeptPupil'][];
    };
    ChangeUndo: {
      /** @enum {string} */
      state: 'possible' | 'done' | 'too_late' | 'later_change';
      /** @description What it would do; when it is done, what it did */
      result: components['schemas']['UndoResult'] | null;
    };
    RosterPreview: {
      /** Format: uuid */
      id: string;
      fileName: string;
      /** @enum {string} */
      status: 'previewed' | 'applied';
      /** @enum {string} */
      encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
      /** @example ; */
      delimiter: string;
      counts: components['schemas']['RosterCounts'];
      /** @description By line; unchanged rows are only counted */
      rows: components['schemas']['RosterRow'][];
      leaving: components['schemas']['LeavingPupil'][];
      /** @description So many would leave that the number must be typed */
      leavingNeedsCount: boolean;
      result: components['schemas']['RosterResult'] | null;
      /** @description Null until it is applied */
      undo: components['schemas']['ChangeUndo'] | null;
    };
    AppliedImport: {
      /** Format: uuid */
      id: string;
      fileName: string;
      /** Format: date-time */
      appliedAt: string;
      appliedBy: string | null;
      result: components['schemas']['RosterResult'];
      /** Format: date-time */
      undoneAt: string | null;
    };
    AppliedImportList: {
      /** @description Newest first, at most a hundred */
      items: components['schemas']['AppliedImport'][];
    };
    RosterProgress: {
      /** @description Pupils that are written */
      written: number;
      /** @description Pupils to write; null before that is known */
      total: number | null;
    };
    RosterMatch: {
      line: number;
      /**
       * Format: uuid
       * @description Null: a new pupil
       */
      pupilId: string | null;
    };
    ApplyRosterRequest: {
      /** @description Pupils whom the file does not have, have left */
      fileIsComplete: boolean;
      /** @description How many leave, as typed; needed above 5 % */
      leavingCount?: number;
      /** @description Ambiguous rows that are not named are skipped */
      matches: components['schemas']['RosterMatch'][];
    };
    LeaveRequest: {
      /** @description In the office's own words */
      reason?: string;
      /**
       * Format: date
       * @description The last day of the card, from today on; without it, now
       */
      lastDay?: string;
    };
    PupilStanding: {
      /** @enum {string} */
      status: 'enrolled' | 'left';
      /** Format: date-time */
      leftAt: string | null;
      /**
       * Format: date-time
       * @description When the card ended and families were told
       */
      leftForGoodAt: string | null;
      /**
       * Format: date
       * @description Of one who is to leave
       */
      lastDay: string | null;
    };
    RolloverClass: {
      /** Format: uuid */
      classId: string;
      name: string;
      /** @description Enrolled pupils */
      pupilCount: number;
      /** @enum {string} */
      step: 'move' | 'leave' | 'stay';
      /** @description The class that they get; null unless they move */
      toName: string | null;
    };
    RolloverResult: {
      moved: number;
      left: number;
      stayed: number;
    };
    Rollover: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'previewed' | 'applied';
      /** Format: date-time */
      createdAt: string;
      /** @description What is proposed for each class; when applied, what was done */
      classes: components['schemas']['RolloverClass'][];
      result: components['schemas']['RolloverResult'] | null;
      /** @description Null until it is applied */
      undo: components['schemas']['ChangeUndo'] | null;
    };
    RolloverList: {
      /** @description Those that were applied, newest first, at most ten */
      items: components['schemas']['Rollover'][];
    };
    ClassDecision: {
      /** Format: uuid */
      classId: string;
      /** @enum {string} */
      step: 'move' | 'leave' | 'stay';
      /** @description Needed when they move; made when the school has no such class */
      toName?: string;
    };
    ApplyRolloverRequest: {
      classes: components['schemas']['ClassDecision'][];
      /** @description How many pupils get a new class or leave, as typed */
      affectedCount: number;
    };
    PupilGuardian: {
      /** Format: uuid */
      guardianshipId: string;
      /** Format: uuid */
      personId: string;
      name: string;
      /** Format: email */
      email: string;
      /** @enum {string} */
      status: 'active' | 'pending';
      /**
       * Format: date-time
       * @description Since when it is active, or asked for
       */
      since: string;
      /** @description Whether this one and the others must not be told of each other */
      isDiscreet: boolean;
    };
    OpenGuardianInvitation: {
      /** Format: uuid */
      id: string;
      /** Format: email */
      email: string;
      /** @enum {string} */
      invitedBy: 'guardian' | 'office';
      /** Format: date-time */
      expiresAt: string;
    };
    PupilGuardianList: {
      items: components['schemas']['PupilGuardian'][];
      /** @description Not accepted yet */
      invitations: components['schemas']['OpenGuardianInvitation'][];
    };
    GuardianApproval: {
      /** Format: uuid */
      guardianshipId: string;
      pupilName: string;
      applicantName: string;
      /** Format: date-time */
      requestedAt: string;
    };
    GuardianApprovalList: {
      items: components['schemas']['GuardianApproval'][];
    };
    StaffCardsDto: {
      /**
       * Format: uuid
       * @description Whom cards are printed for at once
       */
      classId: string | null;
      /** @description Staff with a wallet, who have not left */
      staffCount: number;
    };
    AddStaffCardRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client: the id of the holder
       */
      id: string;
      firstName: string;
      lastName: string;
    };
    StaffCardDto: {
      /**
       * Format: uuid
       * @description Stands where a pupil’s id stands
       */
      pupilId: string;
      name: string;
    };
    GuardianEmail: {
      /** Format: email */
      email: string;
    };
    Discretion: {
      isDiscreet: boolean;
    };
    FamilyGuardian: {
      name: string;
      isMe: boolean;
    };
    FamilyInvitation: {
      /** Format: uuid */
      id: string;
      /** Format: email */
      email: string;
      /** @description Only who invited can withdraw it */
      isMine: boolean;
      /** Format: date-time */
      expiresAt: string;
    };
    Family: {
      /** @description Those whom the caller may be told of */
      guardians: components['schemas']['FamilyGuardian'][];
      invitations: components['schemas']['FamilyInvitation'][];
    };
    GuardianInvitationView: {
      /**
       * Format: email
       * @description The address that it was sent to, and that the profile must have
       */
      email: string;
      pupilInitials: string;
      schoolName: string;
      /** @description Null when the office invites */
      inviterName: string | null;
    };
    AcceptedInvitation: {
      /**
       * @description Pending: the first guardian or the office must agree
       * @enum {string}
       */
      status: 'active' | 'pending';
      /**
       * Format: uuid
       * @description Null while it is pending
       */
      pupilId: string | null;
    };
    RegisterCardRequest: {
      /**
       * @description As typed, with or without spaces
       * @example 4812 0937 55
       */
      cardNumber: string;
      /**
       * @description As typed, with or without spaces
       * @example 7K2M9 XQ4TB
       */
      controlCode: string;
      /**
       * @description False shows what would happen; true links
       * @default false
       */
      confirm: boolean;
      /**
       * Format: uuid
       * @description The child, for a card that was handed out without a pupil
       */
      pupilId?: string;
    };
    RegisteredPupil: {
      /** Format: uuid */
      id: string | null;
      initials: string;
      name: string | null;
      className: string;
      schoolName: string;
    };
    ChildToChoose: {
      /** Format: uuid */
      pupilId: string;
      name: string;
    };
    RegistrationAnswer: {
      /** @enum {string} */
      status: 'ready' | 'needs_approval' | 'choose_child' | 'active' | 'pending_approval';
      pupil?: components['schemas']['RegisteredPupil'];
      /**
       * Format: uuid
       * @description With choose_child
       */
      cardId?: string;
      /** @description With choose_child: the caller's children there without a card */
      children?: components['schemas']['ChildToChoose'][];
    };
    CardDto: {
      /** Format: uuid */
      id: string;
      /**
       * @description Ten digits, the last a check digit
       * @example 4812093755
       */
      number: string;
      /** @enum {string} */
      status: 'stock' | 'active' | 'blocked' | 'ended';
      /** Format: date-time */
      issuedAt: string | null;
      /**
       * @description While it is blocked
       * @enum {string|null}
       */
      blockReason: 'lost' | 'stolen' | 'damaged' | null;
      /** Format: date-time */
      blockedAt: string | null;
      /**
       * @description A guardian lifts only a block by a guardian
       * @enum {string|null}
       */
      blockedByRole: 'guardian' | 'office' | null;
    };
    CardList: {
      /** @description Newest first */
      items: components['schemas']['CardDto'][];
    };
    IssueCardRequest: {
      /** @description What the card's QR code says */
      token: string;
    };
    CardAnswer: {
      card: components['schemas']['CardDto'];
    };
    BlockCardRequest: {
      /**
       * Format: uuid
       * @description The support case that it is done from
       */
      caseId?: string;
      /** @enum {string} */
      reason: 'lost' | 'stolen' | 'damaged';
    };
    UnblockCardRequest: {
      /**
       * Format: uuid
       * @description The support case that it is done from
       */
      caseId?: string;
    };
    CardBatchDto: {
      /** Format: uuid */
      id: string;
      /** @description Null for stock */
      className: string | null;
      cardCount: number;
      /** @description Cards that printing the batch again would draw anew */
      reprintableCount: number;
      /** Format: date-time */
      createdAt: string;
      /** @description The name of who printed it */
      createdBy: string;
    };
    CardBatchPage: {
      items: components['schemas']['CardBatchDto'][];
      nextCursor: string | null;
    };
    PrintBatchRequest: {
      /** @description A letter for each card after the sheets of cards */
      includeLetters: boolean;
      /** @description The pupil's name on the card */
      printNames: boolean;
      /**
       * Format: uuid
       * @description Whose pupils without a card get one
       */
      classId?: string | null;
      /** @description How many for stock */
      count?: number;
    };
    PrintOptions: {
      /** @description A letter for each card after the sheets of cards */
      includeLetters: boolean;
      /** @description The pupil's name on the card */
      printNames: boolean;
    };
    ReplacementQuoteDto: {
      /** @description Which loss of the enrolment it is; null when none */
      lossNumber: number | null;
      countsAsLoss: boolean;
      feeOre: number;
      /** @description Of the fee, what is taken from the balance */
      drawnOre: number;
      /** @description Of the fee, what will be owed: the lunch floor is never touched */
      claimedOre: number;
      balanceOre: number;
      balanceAfterOre: number;
    };
    ReplaceCardRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client
       */
      id: string;
      /** @enum {string} */
      reason: 'lost' | 'stolen' | 'damaged';
      /** @description What the damaged card's QR code says; must be there when it is damaged */
      damagedCardToken?: string;
      /** @description The fee that the screen showed */
      expectedFeeOre: number;
      /** @description Why no fee is taken; for a theft, why it does not count as a loss */
      waiverReason?: string;
      /**
       * Format: uuid
       * @description The support case that it is done from
       */
      caseId?: string;
      /** @description What the QR code of a card from stock says; it becomes the pupil's */
      newCardToken: string;
    };
    ReplacementCardDto: {
      /** Format: uuid */
      id: string;
      number: string;
    };
    ReplacementDto: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      reason: 'lost' | 'stolen' | 'damaged';
      oldCard: components['schemas']['ReplacementCardDto'];
      newCard: components['schemas']['ReplacementCardDto'];
      /** @description Which loss of the enrolment it was; null when none */
      lossNumber: number | null;
      feeOre: number;
      drawnOre: number;
      /** @description What was owed then */
      claimedOre: number;
      /** @description Right after the fee */
      balanceAfterOre: number;
      /** @description Why it was waived, before or after */
      waiverReason: string | null;
      /** Format: date-time */
      replacedAt: string;
    };
    PrintReplacementRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client
       */
      id: string;
      /** @enum {string} */
      reason: 'lost' | 'stolen' | 'damaged';
      /** @description What the damaged card's QR code says; must be there when it is damaged */
      damagedCardToken?: string;
      /** @description The fee that the screen showed */
      expectedFeeOre: number;
      /** @description Why no fee is taken; for a theft, why it does not count as a loss */
      waiverReason?: string;
      /**
       * Format: uuid
       * @description The support case that it is done from
       */
      caseId?: string;
    };
    ListedReplacementDto: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      reason: 'lost' | 'stolen' | 'damaged';
      oldCard: components['schemas']['ReplacementCardDto'];
      newCard: components['schemas']['ReplacementCardDto'];
      /** @description Which loss of the enrolment it was; null when none */
      lossNumber: number | null;
      feeOre: number;
      drawnOre: number;
      /** @description What was owed then */
      claimedOre: number;
      /** @description Right after the fee */
      balanceAfterOre: number;
      /** @description Why it was waived, before or after */
      waiverReason: string | null;
      /** Format: date-time */
      replacedAt: string;
      /** @description Whether the office can still take back its fee, or that a theft counts */
      isWaivable: boolean;
    };
    ReplacementList: {
      /** @description Newest first */
      items: components['schemas']['ListedReplacementDto'][];
    };
    WaiveReplacementRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client
       */
      id: string;
      reason: string;
      /**
       * Format: uuid
       * @description The support case that it is done from
       */
      caseId?: string;
    };
    ReplacementWaiverDto: {
      /** Format: uuid */
      id: string;
      /** @description Given back to the wallet */
      returnedOre: number;
      /** @description No longer owed */
      forgivenOre: number;
    };
    ReminderRequest: {
      /** @enum {string} */
      kind: 'no_guardian' | 'no_money';
      /** Format: uuid */
      classId?: string;
    };
    UnreachablePupilDto: {
      /** Format: uuid */
      pupilId: string;
      name: string;
      className: string;
    };
    ReminderResultDto: {
      /** @description Pupils whose family a mail goes to */
      remindedCount: number;
      /** @description Pupils whose family was reminded earlier today */
      remindedBeforeCount: number;
      /** @description Pupils without a card: the letter that the mail tells of comes with it */
      withoutCardCount: number;
      /** @description For whom the school has no e-mail address: print a letter */
      unreachable: components['schemas']['UnreachablePupilDto'][];
    };
    Category: {
      /** Format: uuid */
      id: string;
      /** @example Varm mat */
      name: string;
      /** @description Its place, the first being 0 */
      position: number;
    };
    CategoryList: {
      items: components['schemas']['Category'][];
    };
    NewCategoryRequest: {
      name: string;
    };
    ChangeCategoryRequest: {
      name?: string;
      /** @description Its new place; the others make room */
      position?: number;
    };
    Product: {
      /** Format: uuid */
      id: string;
      /** @example Grov baguett */
      name: string;
      /** Format: uuid */
      categoryId: string | null;
      /** @description Its place in the grid, the first being 0 */
      position: number;
      /** @description Whether it is sold */
      active: boolean;
      /** @description With VAT */
      priceOre: number;
      /** @enum {string} */
      vatCode: 'exempt' | 'high25' | 'food15' | 'low12' | 'zero';
      /**
       * Format: uuid
       * @description What a sale names: this name, price and VAT
       */
      revisionId: string;
      revisionNumber: number;
    };
    ProductList: {
      items: components['schemas']['Product'][];
    };
    NewProductRequest: {
      name: string;
      /** Format: uuid */
      categoryId: string | null;
      priceOre: number;
      /**
       * @default exempt
       * @enum {string}
       */
      vatCode: 'exempt' | 'high25' | 'food15' | 'low12' | 'zero';
    };
    OrderProductsRequest: {
      /** @description In the order of the grid; those not named follow as they were */
      productIds: string[];
    };
    ChangeProductRequest: {
      name?: string;
      priceOre?: number;
      /** @enum {string} */
      vatCode?: 'exempt' | 'high25' | 'food15' | 'low12' | 'zero';
      /**
       * Format: uuid
       * @description Null: no category
       */
      categoryId?: string | null;
      active?: boolean;
    };
    TaskDto: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind:
        | 'payment_discrepancy'
        | 'unknown_payment'
        | 'missing_payment'
        | 'settlement_difference'
        | 'dispute'
        | 'dashboard_refund'
        | 'refund_approval'
        | 'payout_approval'
        | 'payout_returned'
        | 'payout_overdue'
        | 'payout_not_fetched'
        | 'payout_unanswered'
        | 'payout_contradiction'
        | 'provider_silent'
        | 'refund_stuck'
        | 'refund_unconfirmed'
        | 'terminal_day_open'
        | 'books_red'
        | 'limited_network_near'
        | 'limited_network_over';
      /**
       * Format: uuid
       * @description What it is about, by the lib that its kind belongs to
       */
      subjectId: string;
      /** @description What the screen shows of it; amounts in øre */
      facts: {
        [key: string]: (string | number) | null;
      };
      /** @description Whether a written note is all it takes */
      byNote: boolean;
      /** Format: date-time */
      dueAt: string | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      resolvedAt: string | null;
      /** @description The name of who did it; null when it resolved itself */
      resolvedBy: string | null;
      resolution: string | null;
    };
    TaskPage: {
      items: components['schemas']['TaskDto'][];
      nextCursor: string | null;
    };
    TaskCounts: {
      open: number;
      /** @description Of these, how many have passed their deadline */
      overdue: number;
    };
    ResolveTaskRequest: {
      /** @description What was done, for whoever asks later */
      resolution: string;
    };
    AutoTopUpRunResponse: {
      /** @enum {string} */
      status: 'charging' | 'retrying' | 'waiting_for_guardian';
      amountOre: number;
      /**
       * Format: uuid
       * @description The top-up that may have to be approved
       */
      topUpId: string;
      /** @enum {string|null} */
      failureCode:
        | 'declined'
        | 'insufficient_funds'
        | 'authentication_required'
        | 'authentication_failed'
        | 'card_expired'
        | 'other'
        | null;
      /**
       * Format: date-time
       * @description When it is tried again or, waiting for the guardian, given up
       */
      dueAt: string | null;
    };
    AutoTopUpRuleResponse: {
      /** @enum {string} */
      status: 'waiting_for_card' | 'active' | 'switched_off';
      /**
       * @description Why it is switched off
       * @enum {string|null}
       */
      reason:
        | 'by_guardian'
        | 'charge_refused'
        | 'not_approved'
        | 'card_expired'
        | 'card_removed'
        | 'pupil_left'
        | 'not_guardian'
        | 'beyond_limits'
        | 'needs_attention'
        | 'disputed'
        | 'refunded'
        | null;
      belowOre: number;
      amountOre: number;
      timesAMonth: number;
      /** @description How often it has filled the card this calendar month, in Norway */
      timesThisMonth: number;
      run: components['schemas']['AutoTopUpRunResponse'] | null;
    };
    BankCardResponse: {
      /** @example visa */
      brand: string;
      /** @example 4242 */
      last4: string;
      expiresMonth: number;
      expiresYear: number;
    };
    SavedCardResponse: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'setting_up' | 'saved' | 'abandoned' | 'removed';
      /** @description The provider's page, while a card can be given there */
      setupUrl: string | null;
      card: components['schemas']['BankCardResponse'] | null;
    };
    AutoTopUpResponse: {
      /** Format: uuid */
      walletId: string;
      /** @description Whether the school takes payments by someone who keeps cards */
      isOffered: boolean;
      /** @description The least that one top-up may be */
      minOre: number;
      /** @description The most that one top-up may be */
      maxOre: number;
      /** @description The most that the card may hold: both amounts together */
      balanceCapOre: number;
      /** @description What is left to spend now */
      availableOre: number;
      /** @description The caller's own rule */
      rule: components['schemas']['AutoTopUpRuleResponse'] | null;
      /** @description The caller's card at this school */
      savedCard: components['schemas']['SavedCardResponse'] | null;
    };
    PutAutoTopUpRequest: {
      /** @example 5000 */
      belowOre: number;
      /** @example 20000 */
      amountOre: number;
      /** @example 4 */
      timesAMonth: number;
    };
    SaveCardRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client
       */
      id: string;
      /**
       * Format: uuid
       * @description The child from whose page it is saved; all the caller's rules there use it
       */
      walletId: string;
    };
    ApprovalResponse: {
      /** @description The bank's page; null when the payment has its answer */
      approvalUrl: string | null;
    };
    SiblingTopUpRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client
       */
      id: string;
      /** Format: uuid */
      walletId: string;
      /** @example 20000 */
      amountOre: number;
    };
    StartTopUpRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client
       */
      id: string;
      /** Format: uuid */
      walletId: string;
      /** @example 20000 */
      amountOre: number;
      /** @description The name of a payment provider that the school has */
      provider: string;
      /**
       * Format: uuid
       * @description A claim to pay: the amount is exactly what is outstanding
       */
      claimId?: string;
      /** @description Other children of the same merchant whose cards the same payment fills */
      siblings?: components['schemas']['SiblingTopUpRequest'][];
    };
    StartedTopUpResponse: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'created' | 'pending' | 'paid' | 'failed' | 'expired' | 'returned';
      /** @description Where the guardian pays; null when that is over */
      checkoutUrl: string | null;
    };
    SiblingTopUpResponse: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      walletId: string;
      amountOre: number;
      /** @description The wallet's balance, once the money is on it */
      balanceOre: number | null;
      /** @description How much of it settled what was owed */
      settledOre: number | null;
    };
    TopUpResponse: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'created' | 'pending' | 'paid' | 'failed' | 'expired' | 'returned';
      amountOre: number;
      /** Format: uuid */
      walletId: string;
      /** @description Where the guardian goes on paying, while that is possible */
      checkoutUrl: string | null;
      /**
       * @description How it is paid: card, or the name of an app, as it is shown
       * @example card
       */
      method: string;
      /**
       * @description Why the last attempt failed
       * @enum {string|null}
       */
      failureCode:
        | 'declined'
        | 'insufficient_funds'
        | 'authentication_required'
        | 'authentication_failed'
        | 'card_expired'
        | 'other'
        | null;
      /** @description The wallet's balance, once the money is on it */
      balanceOre: number | null;
      /**
       * Format: uuid
       * @description The claim that it was started to pay
       */
      claimId: string | null;
      /** @description How much of it settled what was owed, once it is paid */
      settledOre: number | null;
      /** @description Other children whose cards the same payment fills */
      siblings: components['schemas']['SiblingTopUpResponse'][];
      /** @description The payment came, but not as asked for: the school has been told */
      needsAttention: boolean;
    };
    ReceiveMoneyRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client
       */
      id: string;
      /** @example 20000 */
      amountOre: number;
      /** @enum {string} */
      method: 'terminal' | 'invoice';
      /** @description The number of the terminal’s slip, or of the invoice */
      reference: string;
      /** Format: date */
      paidOn: string;
      payerName?: string;
      /**
       * Format: email
       * @description Where the receipt is mailed; not stored
       */
      email?: string;
      /**
       * @description Of the mail
       * @default nb
       * @enum {string}
       */
      language: 'nb' | 'nn' | 'en';
    };
    ReceiptReversalDto: {
      reason: string;
      /** @description The name of who reversed it */
      reversedBy: string | null;
      /** Format: date-time */
      reversedAt: string;
    };
    OfficeReceiptDto: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      pupilId: string;
      pupilName: string;
      className: string;
      amountOre: number;
      /** @enum {string} */
      method: 'terminal' | 'invoice';
      reference: string;
      /** Format: date */
      paidOn: string;
      payerName: string | null;
      /** @description The name of who recorded it */
      receivedBy: string | null;
      /** Format: date-time */
      receivedAt: string;
      /** @description How much of it paid what the wallet owed */
      settledOre: number;
      /** @description What was on the wallet afterwards */
      balanceOre: number;
      reversal: components['schemas']['ReceiptReversalDto'] | null;
    };
    OfficeReceiptPage: {
      items: components['schemas']['OfficeReceiptDto'][];
      nextCursor: string | null;
    };
    ReverseReceiptRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client
       */
      id: string;
      reason: string;
    };
    TerminalDayDto: {
      /** Format: date */
      day: string;
      /** @enum {string} */
      status: 'open' | 'balanced' | 'differs';
      /** @description Receipts that stand, by terminal, that were paid on this day */
      receiptCount: number;
      /** @description What they come to, in øre */
      receiptsTotalOre: number;
      /** @description What the terminal said; null while the day is open */
      terminalTotalOre: number | null;
      note: string | null;
      /** @description The name of who closed it */
      closedBy: string | null;
      /** Format: date-time */
      closedAt: string | null;
    };
    TerminalDayPage: {
      items: components['schemas']['TerminalDayDto'][];
      nextCursor: string | null;
    };
    CloseTerminalDayRequest: {
      /** @description What the terminal’s own report of the day says, in øre */
      terminalTotalOre: number;
      /** @description Why the totals differ; needed when they do */
      note?: string;
    };
    ClearingDto: {
      clearing: string;
      /** @description How the families paid: `card`, `terminal`, `invoice`, or the name of the payer’s app */
      method: string;
      /** @description Booked on cards and not yet received, in øre */
      waitingOre: number;
      /** @description Its settlements come in by themselves */
      hasReports: boolean;
    };
    OpenLineDto: {
      /** @description How the families paid: `card`, `terminal`, `invoice`, or the name of the payer’s app */
      method: string;
      /** @description The provider’s id of the payout */
      reference: string;
      /** Format: date */
      receivedOn: string;
      /** @enum {string} */
      kind: 'payment' | 'refund' | 'refund_failed' | 'dispute' | 'dispute_won' | 'other';
      /** @description The provider’s id of the line */
      lineReference: string;
      /** @description The provider’s id of the payment, refund or dispute */
      subjectReference: string | null;
      amountOre: number;
      costOre: number;
    };
    ClearingsDto: {
      clearings: components['schemas']['ClearingDto'][];
      /** @description Newest first, at most 100; asked of the merchant’s first school */
      openLines: components['schemas']['OpenLineDto'][];
    };
    SettlementDto: {
      /** Format: uuid */
      id: string;
      /** @description How the families paid: `card`, `terminal`, `invoice`, or the name of the payer’s app */
      method: string;
      /**
       * @description A provider’s report, or a person’s word
       * @enum {string}
       */
      source: 'report' | 'person';
      /** @description The provider’s id of the payout, or what the bank’s statement calls it */
      reference: string;
      /** @description 2 and on: lines of the report that were known only later */
      number: number;
      /** Format: date */
      receivedOn: string;
      /** @description What left the clearing account, in øre */
      grossOre: number;
      /** @description What was kept for the work */
      costOre: number;
      /** @description What the client account got */
      netOre: number;
      note: string | null;
      /** @description The name of who entered it */
      recordedBy: string | null;
      /** Format: date-time */
      recordedAt: string;
    };
    SettlementPage: {
      items: components['schemas']['SettlementDto'][];
      nextCursor: string | null;
    };
    EnterSettlementRequest: {
      /**
       * Format: uuid
       * @description Made by the client: the same request again gets the first answer
       */
      id: string;
      /**
       * @description A clearing account of the school
       * @example office_terminal
       */
      clearing: string;
      /**
       * Format: date
       * @description The day on which the bank had it
       */
      receivedOn: string;
      /** @description What the client account got, in øre; negative when it was collected */
      receivedOre: number;
      /** @description What was kept for the work, in øre; negative when costs came back */
      costOre: number;
      /** @description What the bank’s statement calls it */
      reference: string;
      note?: string;
    };
    SettlementLineDto: {
      number: number;
      /** @enum {string} */
      kind: 'payment' | 'refund' | 'refund_failed' | 'dispute' | 'dispute_won' | 'other';
      /** @description The provider’s id of the line */
      lineReference: string;
      /**
       * Format: uuid
       * @description The top-up, the refund’s part or the chargeback that it is
       */
      subjectId: string;
      /** @description In øre; what went back to a payer is negative */
      amountOre: number;
      costOre: number;
    };
    SettlementLinePage: {
      items: components['schemas']['SettlementLineDto'][];
      nextCursor: string | null;
    };
    LowBalanceAlertDto: {
      /** @description The guardian gets a mail, at most one a day, when a purchase leaves less; null is never */
      belowOre: number | null;
    };
    DecideRequest: {
      /**
       * Format: uuid
       * @description UUIDv7 made by the client; the same id is the same decision
       */
      id: string;
      /** @enum {string} */
      choice: 'book' | 'send_back' | 'sent_back_already';
      /** @description Why, for whoever asks later */
      reason: string;
    };
    DecisionDto: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      choice: 'book' | 'send_back' | 'sent_back_already';
      reason: string;
      /**
       * @description refused: the provider would not, or the money came back, and the task is there again
       * @enum {string}
       */
      status: 'sending' | 'done' | 'refused';
      /** @description Why the provider would not */
      failureCode: string | null;
    };
    RefundWayView: {
      /**
       * @description `provider`: back to the card or app that paid. `bank`: to an account
       * @enum {string}
       */
      route: 'provider' | 'bank';
      amountOre: number;
      /** @description The payment provider that it goes back through */
      provider: string | null;
      /** @description What the payer calls the app that paid; null for a bank card */
      app: string | null;
      cardBrand: string | null;
      cardLast4: string | null;
      /**
       * Format: date
       * @description The day on which it should be there, at the latest
       */
      expectedOn: string;
      /** @description Somebody at the school has to agree first */
      needsApproval: boolean;
    };
    PayersAccountView: {
      /** Format: uuid */
      id: string;
      /** @description The last four digits of the account number */
      last4: string;
      /**
       * Format: date-time
       * @description From when the bank may send to it
       */
      usableAt: string;
    };
    RefundableView: {
      /** Format: uuid */
      walletId: string;
      /** @description First name of the pupil whose wallet it is */
      firstName: string;
      schoolName: string;
      /** @description What is left of the caller's own money, after what is owed */
      refundableOre: number;
      /** @description What others have paid: only they can have it back */
      othersOre: number;
      /** @description What is owed and will be settled first */
      claimedOre: number;
      /** @description Where the amount asked about would go */
      ways: components['schemas']['RefundWayView'][];
      /** @description The caller's bank account at this school */
      account: components['schemas']['PayersAccountView'] | null;
      /**
       * Format: date-time
       * @description Everything may wait for tills so long
       */
      registersUntil: string | null;
    };
    FormerWalletView: {
      /** Format: uuid */
      walletId: string;
      /** @description First name of the pupil whose wallet it is */
      firstName: string;
      schoolName: string;
      /** @description What is left of the caller's own money, after what is owed */
      refundableOre: number;
    };
    FormerWalletList: {
      items: components['schemas']['FormerWalletView'][];
    };
    AskRefundRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client
       */
      id: string;
      /** Format: uuid */
      walletId: string;
      /**
       * @description Absent for everything
       * @example 20000
       */
      amountOre?: number;
      /**
       * Format: uuid
       * @description Where the bank sends what no provider takes back
       */
      payoutAccountId?: string;
    };
    WaitingReasonView: {
      /** @enum {string} */
      kind: 'registers' | 'cooling_off' | 'approval' | 'terminal_day';
      /** Format: date-time */
      until: string | null;
    };
    RefundPartView: {
      /**
       * @description `provider`: back to the card or app that paid. `bank`: to an account
       * @enum {string}
       */
      route: 'provider' | 'bank';
      amountOre: number;
      /** @description The payment provider that it goes back through */
      provider: string | null;
      /** @description What the payer calls the app that paid; null for a bank card */
      app: string | null;
      cardBrand: string | null;
      cardLast4: string | null;
      /**
       * Format: date
       * @description The day on which it should be there, at the latest
       */
      expectedOn: string;
      /** @description Somebody at the school has to agree first */
      needsApproval: boolean;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'waiting' | 'ready' | 'sent' | 'confirmed' | 'failed' | 'returned' | 'cancelled';
      /** @description Why it is not sent yet */
      waitsFor: components['schemas']['WaitingReasonView'][];
      /** @description The last four digits of the bank account */
      accountLast4: string | null;
      /** Format: date-time */
      sentAt: string | null;
      /** Format: date-time */
      confirmedAt: string | null;
      /**
       * Format: date-time
       * @description When it was on the wallet again
       */
      endedAt: string | null;
    };
    RefundView: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      walletId: string;
      /** @description First name of the pupil whose wallet it is */
      firstName: string;
      amountOre: number;
      /** Format: date-time */
      askedAt: string;
      /** @description Some of it has not left, and can be taken back */
      canCancel: boolean;
      parts: components['schemas']['RefundPartView'][];
    };
    RefundPage: {
      items: components['schemas']['RefundView'][];
      nextCursor: string | null;
    };
    PayoutAccountRequest: {
      /** @description Whose account it is */
      holderName: string;
      /**
       * @description Eleven digits; spaces and dots between them are taken off
       * @example 90412263056
       */
      accountNumber: string;
    };
    HouseholdAccountView: {
      /** Format: uuid */
      id: string;
      /** @description The last four digits of the account number */
      last4: string;
      /**
       * Format: date-time
       * @description From when the bank may send to it
       */
      usableAt: string;
      holderName: string;
    };
    HouseholdMoneyView: {
      /** @description What is left of money that the office received, after what is owed */
      refundableOre: number;
      /** @description The account that the family gave */
      account: components['schemas']['HouseholdAccountView'] | null;
    };
    HouseholdRefundRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client
       */
      id: string;
      /** Format: uuid */
      pupilId: string;
      /**
       * Format: uuid
       * @description The account that the family gave
       */
      payoutAccountId: string;
      /** @description Absent for everything */
      amountOre?: number;
      /**
       * Format: uuid
       * @description The support case that it is done from
       */
      caseId?: string;
    };
    DifferingDay: {
      /** Format: date */
      day: string;
      /** @description What the terminal said less what the receipts came to */
      differenceOre: number;
      /** @description Why, as who closed it says */
      note: string;
      closedBy: string;
    };
    OfficeRefundPartView: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      route: 'provider' | 'bank';
      amountOre: number;
      /** @enum {string} */
      status: 'waiting' | 'ready' | 'sent' | 'confirmed' | 'failed' | 'returned' | 'cancelled';
      /** @description Somebody at the office has to agree, and nobody has yet */
      isToApprove: boolean;
      /** @description The caller recorded the money or the account, or asked: somebody else has to approve */
      isMine: boolean;
      waitsFor: components['schemas']['WaitingReasonView'][];
      holderName: string | null;
      /** @description Of the bank account, or of the card */
      last4: string | null;
      /** @description Who entered the bank account */
      accountRecordedBy: string | null;
      approvedBy: string | null;
    };
    OfficeRefundView: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      pupilId: string;
      pupilName: string;
      amountOre: number;
      /**
       * @description `household`: money that the office received
       * @enum {string}
       */
      payerKind: 'person' | 'household';
      /** @enum {string} */
      origin: 'guardian' | 'office' | 'leaver';
      /** @description The person at the school who asked for it */
      askedBy: string | null;
      /** Format: date-time */
      askedAt: string;
      /** @description Days on which the household's money was received by a bank terminal that said something else */
      differingDays: components['schemas']['DifferingDay'][];
      parts: components['schemas']['OfficeRefundPartView'][];
    };
    OfficeRefundPage: {
      items: components['schemas']['OfficeRefundView'][];
      nextCursor: string | null;
    };
    BankAgreementRequest: {
      customerId: string;
    };
    BankSettingsDto: {
      /** @description The merchant's client account, 11 digits */
      accountNumber: string | null;
      bic: string | null;
      /** @description What the bank knows the sender of payment files by */
      customerId: string | null;
    };
    ReadyToPay: {
      count: number;
      totalOre: number;
    };
    PayoutSummary: {
      /** Format: uuid */
      id: string;
      /** @description The school's first, second … file */
      number: number;
      /** @description The file's own id, which the bank takes once */
      messageId: string;
      /** @enum {string} */
      status: 'prepared' | 'approved' | 'sent' | 'settled' | 'withdrawn';
      lineCount: number;
      totalOre: number;
      /** @description Lines that neither the bank nor a person has answered for */
      openCount: number;
      returnedCount: number;
      /**
       * Format: date
       * @description The day on which the bank is asked to pay
       */
      executionOn: string;
      preparedBy: string;
      /** @description The caller has prepared it: somebody else has to approve it */
      isPreparedByMe: boolean;
      /** Format: date-time */
      preparedAt: string;
      approvedBy: string | null;
      /** Format: date-time */
      approvedAt: string | null;
      /**
       * Format: date-time
       * @description When it was first downloaded
       */
      sentAt: string | null;
      /** Format: date-time */
      endedAt: string | null;
    };
    PayoutPage: {
      /** @description What the next file would hold */
      ready: components['schemas']['ReadyToPay'];
      bank: components['schemas']['BankSettingsDto'];
      items: components['schemas']['PayoutSummary'][];
      nextCursor: string | null;
    };
    PreparePayoutRequest: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client
       */
      id: string;
    };
    PayoutLineDto: {
      number: number;
      /** @enum {string} */
      status: 'included' | 'settled' | 'returned' | 'withdrawn';
      amountOre: number;
      holderName: string;
      /** @description The last four digits of the account number */
      last4: string;
      /** Format: uuid */
      pupilId: string;
      pupilName: string;
      /** @description Why it came back, as the bank or a person said */
      returnReason: string | null;
      /** @description Who said what became of it; null for the bank itself */
      answeredBy: string | null;
      /** Format: date-time */
      answeredAt: string | null;
    };
    PayoutBankAnswerDto: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      receivedAt: string;
      /** @description Who gave the file in */
      receivedBy: string;
    };
    PayoutDto: {
      /** Format: uuid */
      id: string;
      /** @description The school's first, second … file */
      number: number;
      /** @description The file's own id, which the bank takes once */
      messageId: string;
      /** @enum {string} */
      status: 'prepared' | 'approved' | 'sent' | 'settled' | 'withdrawn';
      lineCount: number;
      totalOre: number;
      /** @description Lines that neither the bank nor a person has answered for */
      openCount: number;
      returnedCount: number;
      /**
       * Format: date
       * @description The day on which the bank is asked to pay
       */
      executionOn: string;
      preparedBy: string;
      /** @description The caller has prepared it: somebody else has to approve it */
      isPreparedByMe: boolean;
      /** Format: date-time */
      preparedAt: string;
      approvedBy: string | null;
      /** Format: date-time */
      approvedAt: string | null;
      /**
       * Format: date-time
       * @description When it was first downloaded
       */
      sentAt: string | null;
      /** Format: date-time */
      endedAt: string | null;
      lines: components['schemas']['PayoutLineDto'][];
      /** @description The bank's files about this one, oldest first */
      answers: components['schemas']['PayoutBankAnswerDto'][];
    };
    SettlePayoutRequest: {
      /**
       * Format: date
       * @description The day on which the bank booked it
       */
      bookedOn: string;
    };
    BankAnswerDto: {
      /** @description Lines that the bank has paid, newly known */
      settledCount: number;
      /** @description Lines that came back, newly known */
      returnedCount: number;
      /** @description Lines that the bank has taken and not booked yet */
      acceptedCount: number;
      /** @description Lines of which the bank says what cannot be: a task for the office */
      contradictedLines: number[];
      /** @description Payments that the bank answers and that are not in the file */
      unknownCount: number;
      payout: components['schemas']['PayoutDto'];
    };
    ReturnLineRequest: {
      /**
       * Format: date
       * @description The day on which the bank booked it
       */
      bookedOn: string;
      reason: string;
    };
    LeaversPayerView: {
      /** Format: uuid */
      payerId: string;
      /**
       * @description `household`: money that the office received
       * @enum {string}
       */
      payerKind: 'person' | 'household';
      payerName: string | null;
      /** @description What goes back, unasked, to where it came from */
      providerOre: number;
      /** @description What only the bank can send */
      bankOre: number;
      /** @description The last digits of the account that the payer gave */
      accountLast4: string | null;
      /** @description What can be sent now, without another word from the payer */
      sendableOre: number;
    };
    LeaverView: {
      /** Format: uuid */
      pupilId: string;
      /** Format: uuid */
      walletId: string;
      pupilName: string;
      /** Format: date-time */
      leftAt: string;
      payers: components['schemas']['LeaversPayerView'][];
    };
    LeaverList: {
      items: components['schemas']['LeaverView'][];
    };
    LeaverRefundItem: {
      /**
       * Format: uuid
       * @description UUIDv7, made by the client: of the refund
       */
      id: string;
      /** Format: uuid */
      walletId: string;
      /** Format: uuid */
      payerId: string;
      /** @description The sendableOre of the preview */
      amountOre: number;
    };
    PayLeaversRequest: {
      items: components['schemas']['LeaverRefundItem'][];
    };
    RefusedLeaver: {
      /** Format: uuid */
      walletId: string;
      /** @description Why nothing was sent, as the code of a problem */
      code: string;
    };
    PaidLeavers: {
      /** @description Refunds that are under way now */
      count: number;
      /** @description What has changed since the preview */
      refused: components['schemas']['RefusedLeaver'][];
    };
    RegisterDto: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @enum {string} */
      status: 'unpaired' | 'paired' | 'revoked';
      /** Format: date-time */
      pairedAt: string | null;
      /** Format: date-time */
      lastSeenAt: string | null;
    };
    RegisterList: {
      items: components['schemas']['RegisterDto'][];
    };
    CreateRegisterRequest: {
      name: string;
    };
    PairingCodeDto: {
      /** @description Eight characters, shown once */
      code: string;
      /** Format: date-time */
      expiresAt: string;
    };
    CashierDto: {
      /** Format: uuid */
      id: string;
      name: string;
      active: boolean;
    };
    CashierList: {
      items: components['schemas']['CashierDto'][];
    };
    CreateCashierRequest: {
      name: string;
      pin: string;
    };
    ChangeCashierRequest: {
      name?: string;
      pin?: string;
      /** @description An inactive cashier cannot sign in; active ones are shown at the till */
      active?: boolean;
    };
    PairRequest: {
      /** @description The eight characters that the office sees; case, spaces and hyphens do not matter */
      code: string;
    };
    NamedDto: {
      /** Format: uuid */
      id: string;
      name: string;
    };
    PairedDto: {
      register: components['schemas']['NamedDto'];
      school: components['schemas']['NamedDto'];
    };
    CashierSessionDto: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      cashierId: string;
      cashierName: string;
    };
    TillSettingsDto: {
      allowWithoutCard: boolean;
    };
    CurrentRegisterDto: {
      register: components['schemas']['NamedDto'];
      school: components['schemas']['NamedDto'];
      cashiers: components['schemas']['NamedDto'][];
      cashierSession: components['schemas']['CashierSessionDto'] | null;
      settings: components['schemas']['TillSettingsDto'];
    };
    TillCategoryDto: {
      /** Format: uuid */
      id: string;
      name: string;
      position: number;
    };
    TillProductDto: {
      /** Format: uuid */
      id: string;
      name: string;
      /** Format: uuid */
      categoryId: string | null;
      position: number;
      priceOre: number;
      /**
       * Format: uuid
       * @description What a sale line names: this name, price and VAT
       */
      revisionId: string;
    };
    TillCatalogueDto: {
      /** @description Equal versions mean equal content */
      version: string;
      categories: components['schemas']['TillCategoryDto'][];
      products: components['schemas']['TillProductDto'][];
    };
    CardLookupRequest: {
      /** @description What the scanner read */
      cardToken: string;
    };
    SaleHolderDto: {
      firstName: string;
      initials: string;
      className: string | null;
    };
    CardLookupDto: {
      pupil: components['schemas']['SaleHolderDto'];
      /** @description What the pupil can spend */
      balanceOre: number;
      /** @enum {string} */
      status: 'active';
    };
    FoundPupilDto: {
      /** Format: uuid */
      pupilId: string;
      name: string;
      className: string | null;
    };
    FoundPupilList: {
      items: components['schemas']['FoundPupilDto'][];
    };
    StartCashierSessionRequest: {
      /** Format: uuid */
      cashierId: string;
      pin: string;
    };
    SaleLineRequest: {
      /**
       * Format: uuid
       * @description The revision of the product whose price the till showed
       */
      revisionId: string;
      quantity: number;
    };
    SellRequest: {
      /**
       * Format: uuid
       * @description The till's own id of the sale; sent again after a time-out
       */
      id: string;
      /** Format: uuid */
      cashierSessionId: string;
      /** @description What the scanner read */
      cardToken?: string;
      /**
       * Format: uuid
       * @description A pupil without card, if the school allows it
       */
      pupilId?: string;
      lines: components['schemas']['SaleLineRequest'][];
      /** @description The total that the till showed */
      totalOre: number;
      /**
       * Format: date-time
       * @description When the pupil bought, in UTC
       */
      occurredAt: string;
      /** @description The till's count of its own sales */
      registerCounter: number;
    };
    SaleLineDto: {
      name: string;
      quantity: number;
      amountOre: number;
    };
    SoldDto: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      outcome: 'sold';
      /** @description Numbered per register, without gaps */
      receiptNumber: number;
      totalOre: number;
      /** @description What the pupil can spend after this sale */
      balanceOre: number;
      pupil: components['schemas']['SaleHolderDto'];
      lines: components['schemas']['SaleLineDto'][];
      registerName: string;
      /** Format: date-time */
      occurredAt: string;
      /** @description The pupil was found by name */
      withoutCard: boolean;
    };
    GiveUpDto: {
      /** @description Numbered per register, without gaps */
      receiptNumber?: number;
      totalOre?: number;
      /** @description What the pupil can spend after this sale */
      balanceOre?: number;
      pupil?: components['schemas']['SaleHolderDto'];
      lines?: components['schemas']['SaleLineDto'][];
      registerName?: string;
      /** Format: date-time */
      occurredAt?: string;
      /** @description The pupil was found by name */
      withoutCard?: boolean;
      schoolName?: string;
      cashierName?: string;
      /** @description The receipt of its return, if it was returned */
      returnedByReceiptNumber?: number | null;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      outcome: 'sold' | 'given_up';
    };
    ReceiptDto: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      outcome: 'sold';
      /** @description Numbered per register, without gaps */
      receiptNumber: number;
      totalOre: number;
      /** @description What the pupil can spend after this sale */
      balanceOre: number;
      pupil: components['schemas']['SaleHolderDto'];
      lines: components['schemas']['SaleLineDto'][];
      registerName: string;
      /** Format: date-time */
      occurredAt: string;
      /** @description The pupil was found by name */
      withoutCard: boolean;
      schoolName: string;
      cashierName: string;
      /** @description The receipt of its return, if it was returned */
      returnedByReceiptNumber: number | null;
    };
    ReceiptPage: {
      items: components['schemas']['ReceiptDto'][];
      nextCursor: string | null;
    };
    ReturnSaleRequest: {
      /**
       * Format: uuid
       * @description The till's own id of the return; sent again after a time-out
       */
      id: string;
      reason?: string;
    };
    SaleReturnDto: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      saleId: string;
      /** @description In a series of its own per register, without gaps */
      receiptNumber: number;
      amountOre: number;
      /** @description What the pupil can spend after it */
      balanceOre: number;
      lines: components['schemas']['SaleLineDto'][];
      registerName: string;
      /** Format: date-time */
      occurredAt: string;
    };
    CreditSaleRequest: {
      /**
       * Format: uuid
       * @description The office's own id of the credit; sent again after a time-out
       */
      id: string;
      reason: string;
      /**
       * Format: uuid
       * @description The support case that it is done from
       */
      caseId?: string;
    };
    SaleCreditDto: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      saleId: string;
      amountOre: number;
    };
    LimitsDto: {
      /** @description What the pupil may spend on one day in Norway; null is no limit, 0 nothing */
      dailyLimitOre: number | null;
    };
    ContactSchoolDto: {
      /** Format: uuid */
      id: string;
      name: string;
    };
    ContactSchoolList: {
      items: components['schemas']['ContactSchoolDto'][];
    };
    /** @enum {string} */
    CaseTopic: 'lost_card' | 'top_up' | 'refund' | 'unknown_purchase' | 'no_profile' | 'other';
    ContactRequest: {
      /**
       * Format: uuid
       * @description The sender's own id of the case: sent twice, it is one
       */
      id: string;
      topic: components['schemas']['CaseTopic'];
      message: string;
      /** Format: uuid */
      schoolId: string;
      name: string;
      /** Format: email */
      email: string;
      language: components['schemas']['Language'];
      /** @description Of the child, as the sender writes it */
      childName?: string;
      /** @description Of the card, as the sender reads it */
      cardNumber?: string;
      /** @description A field that people do not see: what fills it is a machine */
      website?: string;
    };
    ContactAnswer: {
      /** @description The number of the case, as the receipt by mail says it */
      number: number;
      /** @description Whether a card was blocked by it */
      isCardBlocked: boolean;
    };
    ThreadKeyRequest: {
      /** @description From the link in the mail */
      key: string;
    };
    /** @enum {string} */
    CaseStatus: 'open' | 'waiting' | 'closed';
    ThreadMessageDto: {
      /** Format: uuid */
      id: string;
      /** @description True when the sender wrote it, false when the school did */
      isOwn: boolean;
      body: string;
      /** Format: date-time */
      createdAt: string;
    };
    ThreadFileDto: {
      /** Format: uuid */
      id: string;
      fileName: string;
      /**
       * Format: uuid
       * @description The school's message that brought it; null for the sender's own
       */
      messageId: string | null;
      /** Format: date-time */
      createdAt: string;
    };
    ThreadDto: {
      /** Format: uuid */
      id: string;
      number: number;
      topic: components['schemas']['CaseTopic'];
      status: components['schemas']['CaseStatus'];
      schoolName: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      messages: components['schemas']['ThreadMessageDto'][];
      files: components['schemas']['ThreadFileDto'][];
    };
    ThreadMessageRequest: {
      /** Format: uuid */
      id: string;
      body: string;
      /** @description From the link in the mail */
      key: string;
    };
    OwnCaseDto: {
      /** Format: uuid */
      id: string;
      number: number;
      topic: components['schemas']['CaseTopic'];
      status: components['schemas']['CaseStatus'];
      schoolName: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    OwnCaseList: {
      items: components['schemas']['OwnCaseDto'][];
    };
    OwnContactRequest: {
      /**
       * Format: uuid
       * @description The sender's own id of the case: sent twice, it is one
       */
      id: string;
      topic: components['schemas']['CaseTopic'];
      message: string;
      /**
       * Format: uuid
       * @description The child it is about
       */
      pupilId: string;
      /**
       * Format: uuid
       * @description Of a lost card: which one. It is blocked at once
       */
      cardId?: string;
    };
    OwnMessageRequest: {
      /** Format: uuid */
      id: string;
      body: string;
    };
    ListedCaseDto: {
      /** Format: uuid */
      id: string;
      number: number;
      topic: components['schemas']['CaseTopic'];
      status: components['schemas']['CaseStatus'];
      isUrgent: boolean;
      /** Format: date-time */
      dueAt: string;
      senderName: string;
      assigneeName: string | null;
      pupilName: string | null;
      /** @description The beginning of what was written last */
      excerpt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    CasePage: {
      items: components['schemas']['ListedCaseDto'][];
      nextCursor: string | null;
    };
    CaseCountsDto: {
      unassigned: number;
      mine: number;
      open: number;
      waiting: number;
      /** @description Open, and should have been answered by now */
      overdue: number;
    };
    CaseMessageDto: {
      /** Format: uuid */
      id: string;
      seq: number;
      /** @enum {string} */
      kind: 'question' | 'reply' | 'note';
      /** @description The colleague who wrote it; null for the sender */
      authorName: string | null;
      body: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Until then it can be taken back
       */
      sendsAt: string | null;
    };
    CaseFileDto: {
      /** Format: uuid */
      id: string;
      fileName: string;
      contentType: string;
      byteCount: number;
      /** @description False for a file of a colleague */
      isFromSender: boolean;
      /**
       * Format: uuid
       * @description The colleague's message it goes with; a colleague's file without one stays at the school
       */
      messageId: string | null;
      /** Format: date-time */
      createdAt: string;
    };
    CaseStepDto: {
      /** Format: uuid */
      id: string;
      /** @example card_blocked */
      kind: string;
      /** @description Null when the sender did it */
      actorName: string | null;
      /** @description With an `assigneeId` or `pupilId` comes `assigneeName` or `pupilName`, as they are called now */
      facts: {
        [key: string]: unknown;
      };
      /** Format: date-time */
      occurredAt: string;
    };
    CaseDto: {
      /** Format: uuid */
      id: string;
      number: number;
      topic: components['schemas']['CaseTopic'];
      status: components['schemas']['CaseStatus'];
      isUrgent: boolean;
      /** Format: date-time */
      dueAt: string;
      senderName: string;
      assigneeName: string | null;
      /** Format: uuid */
      assigneeId: string | null;
      /** @enum {string} */
      channel: 'form' | 'mail';
      /** @description Whether the sender was signed in: then name and e-mail are proven */
      isSenderKnown: boolean;
      senderEmail: string;
      /** Format: uuid */
      pupilId: string | null;
      /** Format: uuid */
      cardId: string | null;
      toldChildName: string | null;
      toldCardNumber: string | null;
      /** @description Of the last message; sent with an answer */
      seq: number;
      /** Format: date-time */
      createdAt: string;
      messages: components['schemas']['CaseMessageDto'][];
      files: components['schemas']['CaseFileDto'][];
      steps: components['schemas']['CaseStepDto'][];
    };
    ChangeCaseRequest: {
      /** Format: uuid */
      assigneeId?: string | null;
      topic?: components['schemas']['CaseTopic'];
      isUrgent?: boolean;
      /** Format: date-time */
      dueAt?: string;
      /** Format: uuid */
      pupilId?: string | null;
      status?: components['schemas']['CaseStatus'];
    };
    CaseMessageRequest: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'reply' | 'note';
      body: string;
      /** @description Of the last message that the writer had read */
      seenSeq: number;
      /** @description The writer's own files of this case that go with it: with an answer to the sender, with a note nowhere */
      fileIds?: string[];
      /**
       * @description What the case becomes; as it is without it
       * @enum {string}
       */
      status?: 'open' | 'waiting' | 'closed';
    };
    ConfirmLossRequest: {
      /** Format: uuid */
      cardId: string;
    };
    StoredFileDto: {
      /** Format: uuid */
      id: string;
    };
    ChildSchoolDto: {
      /** Format: uuid */
      id: string;
      name: string;
    };
    WalletDto: {
      /** Format: uuid */
      id: string;
      /** @description Øre */
      balanceOre: number;
      /** @description Øre that a refund under way has reserved */
      heldOre: number;
      /** @description Øre that can be spent: the balance without what is held */
      availableOre: number;
      /** @description Øre that the wallet owes */
      claimedOre: number;
    };
    ChildCardDto: {
      /** Format: uuid */
      id: string;
      number: string;
      /** @enum {string} */
      status: 'active' | 'blocked';
      /**
       * @description A guardian lifts only a block by a guardian
       * @enum {string|null}
       */
      blockedByRole: 'guardian' | 'office' | null;
    };
    PaymentMethodDto: {
      /** @description What a request calls the provider */
      provider: string;
      /**
       * @description card, or the name of the app that one pays by, as it is shown
       * @example card
       */
      method: string;
    };
    ChildTopUpDto: {
      minOre: number;
      maxOre: number;
      balanceCapOre: number;
      /**
       * Format: uuid
       * @description Children of one merchant can be paid for in one payment
       */
      merchantId: string;
      /** @description Ways to pay that the school has, the one to offer first */
      providers: components['schemas']['PaymentMethodDto'][];
    };
    ChildDto: {
      /** Format: uuid */
      pupilId: string;
      name: string;
      /** @description The first name, with what tells the child apart from the guardian's others of that name */
      shortName: string;
      initials: string;
      className: string | null;
      school: components['schemas']['ChildSchoolDto'];
      /** @enum {string} */
      status: 'enrolled' | 'left';
      wallet: components['schemas']['WalletDto'];
      card: components['schemas']['ChildCardDto'] | null;
      /** @description Øre bought for today in Norway, less what was returned */
      spentTodayOre: number;
      /** @description What the school lets one fill in at a time, up to, and by whom one may pay */
      topUp: components['schemas']['ChildTopUpDto'];
    };
    PendingChildDto: {
      pupilInitials: string;
      schoolName: string;
    };
    ChildList: {
      items: components['schemas']['ChildDto'][];
      /** @description Children whose first guardian or school has yet to say yes */
      pending: components['schemas']['PendingChildDto'][];
    };
    TransactionLineDto: {
      name: string;
      quantity: number;
      amountOre: number;
    };
    TransactionSummaryDto: {
      receiptNumber?: number;
      registerName?: string;
      lines?: components['schemas']['TransactionLineDto'][];
      withoutCard?: boolean;
      /**
       * @description To a guardian, of what somebody paid
       * @enum {string}
       */
      payer?: 'you' | 'other_guardian' | 'undisclosed';
      /** @description To a guardian only of own payments, as the two that follow */
      paymentMethod?: string;
      /** @description Of money that the office received: the slip of the terminal, or the invoice */
      paymentReference?: string;
      cardBrand?: string;
      cardLast4?: string;
      /** @description Of a top-up that the guardian's rule made; to a guardian only of own ones */
      isAutomatic?: boolean;
      /** @description Of a card that was replaced */
      oldCardNumber?: string;
      /** @description Of the card that took its place */
      newCardNumber?: string;
      /**
       * Format: uuid
       * @description The operation that this one takes back
       */
      reversesId?: string;
      /**
       * @description Who gave the payer a payment back, past us
       * @enum {string}
       */
      takenBackBy?: 'bank' | 'merchant';
    };
    TransactionDto: {
      /**
       * Format: uuid
       * @description The operation; of a sale the id of its receipt, of a change of card the replacement
       */
      id: string;
      /** @description The line's number in this wallet; a change of card has that of the movement before it */
      seq: number;
      /**
       * @description Of the operation; `claim_settlement` where a top-up paid what was owed; `card_replaced` moves nothing
       * @example sale
       */
      kind: string;
      /** @description Øre, negative for what the wallet paid */
      amountOre: number;
      balanceAfterOre: number;
      /** Format: date-time */
      occurredAt: string;
      /** Format: date-time */
      recordedAt: string;
      summary: components['schemas']['TransactionSummaryDto'];
    };
    TransactionPage: {
      items: components['schemas']['TransactionDto'][];
      nextCursor: string | null;
    };
    ClaimDto: {
      /** Format: uuid */
      id: string;
      /**
       * @description What for: a code
       * @example replacement_fee
       */
      reason: string;
      /** @description Øre at first */
      amountOre: number;
      /** @description Øre still owed */
      outstandingOre: number;
      /** Format: date-time */
      since: string;
    };
    ClaimList: {
      /** @description What is still owed, oldest first: the order in which it is settled */
      items: components['schemas']['ClaimDto'][];
    };
    WeekSpendingDto: {
      /**
       * Format: date
       * @description The Monday, in Norway
       */
      weekStart: string;
      /** @description Øre: purchases without what was returned */
      amountOre: number;
    };
    WeekSpendingList: {
      items: components['schemas']['WeekSpendingDto'][];
    };
    OverviewDto: {
      pupils: number;
      withCard: number;
      withGuardian: number;
      withMoney: number;
      /** @description Øre sold today in Norway, without what was returned */
      salesTodayOre: number;
      salesTodayCount: number;
    };
    ListedCardDto: {
      /** Format: uuid */
      id: string;
      number: string;
      /** @enum {string} */
      status: 'active' | 'blocked' | 'ended' | 'stock';
    };
    ListedPupilDto: {
      /** Format: uuid */
      pupilId: string;
      name: string;
      className: string | null;
      /** Format: date */
      birthDate: string | null;
      /** @enum {string} */
      status: 'enrolled' | 'left';
      card: components['schemas']['ListedCardDto'] | null;
      /** @description Øre */
      balanceOre: number;
      guardianCount: number;
    };
    PupilPage: {
      items: components['schemas']['ListedPupilDto'][];
      nextCursor: string | null;
    };
    PupilGuardianDto: {
      /** Format: uuid */
      guardianshipId: string;
      /** Format: uuid */
      personId: string;
      name: string;
      email: string;
      /** @enum {string} */
      status: 'active' | 'pending';
      /** Format: date-time */
      since: string;
      /** @description Whether this one and the others must not be told of each other */
      isDiscreet: boolean;
    };
    PupilCardDto: {
      /** Format: uuid */
      id: string;
      number: string;
      /** @enum {string} */
      status: 'active' | 'blocked' | 'ended' | 'stock';
      /** Format: date-time */
      issuedAt: string | null;
      /**
       * @description While it is blocked
       * @enum {string|null}
       */
      blockReason: 'lost' | 'stolen' | 'damaged' | null;
      /** @enum {string|null} */
      blockedByRole: 'guardian' | 'office' | null;
    };
    PupilDetailsDto: {
      /** Format: uuid */
      pupilId: string;
      /**
       * @description Staff have a card like pupils, and no guardians
       * @enum {string}
       */
      kind: 'pupil' | 'staff';
      name: string;
      className: string | null;
      /** Format: date */
      birthDate: string | null;
      /** @enum {string} */
      status: 'enrolled' | 'left';
      /**
       * Format: date
       * @description Of one who is to leave
       */
      lastDay: string | null;
      /** @description The school's own number for the pupil */
      externalId: string | null;
      /** Format: uuid */
      walletId: string;
      wallet: components['schemas']['WalletDto'];
      guardians: components['schemas']['PupilGuardianDto'][];
      /** @description Newest first */
      cards: components['schemas']['PupilCardDto'][];
    };
    TimelineActorDto: {
      /**
       * @description By which right; `person` where the ledger noted only who, `sender` who wrote without signing in
       * @enum {string}
       */
      role: 'guardian' | 'office' | 'person' | 'register' | 'job' | 'sender' | 'system';
      /** @description Of a person or a till; null for jobs */
      name: string | null;
    };
    TimelineEntryDto: {
      /**
       * Format: uuid
       * @description Of a purchase the id of its receipt
       */
      id: string;
      /** @enum {string} */
      topic: 'card' | 'money' | 'sale' | 'guardian' | 'enrolment' | 'limit' | 'case';
      /** @example card_blocked */
      kind: string;
      /**
       * Format: date-time
       * @description When the server wrote it
       */
      at: string;
      actor: components['schemas']['TimelineActorDto'];
      /** @description A code such as `lost`, or what somebody wrote */
      reason: string | null;
      /**
       * Format: uuid
       * @description The support case that it was done from
       */
      caseId: string | null;
      /** @description Øre, negative for what the wallet paid */
      amountOre: number | null;
      balanceAfterOre: number | null;
      /** @description By how many øre what the wallet owes grew */
      owedOre: number | null;
      /** @description By how many øre what is held for refunds grew */
      heldOre: number | null;
      /** @description What the kind needs to be told: `cardNumber`, `from` and `to`, `fromOre` and `toOre`, … */
      facts: {
        [key: string]: unknown;
      };
      /** @description Of money and purchases */
      summary: components['schemas']['TransactionSummaryDto'];
    };
    TimelinePage: {
      items: components['schemas']['TimelineEntryDto'][];
      nextCursor: string | null;
    };
    ReadinessOfClassDto: {
      /** @description Enrolled pupils */
      pupils: number;
      /** @description Those who lack nothing */
      ready: number;
      withoutCard: number;
      withoutGuardian: number;
      /** @description With less than a lunch, by the school’s setting */
      withoutMoney: number;
      /** Format: uuid */
      classId: string;
      className: string;
    };
    ReadinessDto: {
      /** @description Enrolled pupils */
      pupils: number;
      /** @description Those who lack nothing */
      ready: number;
      withoutCard: number;
      withoutGuardian: number;
      /** @description With less than a lunch, by the school’s setting */
      withoutMoney: number;
      lunchFloorOre: number;
      classes: components['schemas']['ReadinessOfClassDto'][];
    };
    UnreadyPupilDto: {
      /** Format: uuid */
      pupilId: string;
      name: string;
      className: string;
      hasCard: boolean;
      hasGuardian: boolean;
      hasMoney: boolean;
      availableOre: number;
      /**
       * Format: date
       * @description When the family was last reminded by mail
       */
      remindedOn: string | null;
    };
    UnreadyPupilPage: {
      items: components['schemas']['UnreadyPupilDto'][];
      nextCursor: string | null;
    };
    BooksFindingDto: {
      /** @description A stable code of what cannot be */
      finding: string;
      /** @description Which row or account it is about */
      subject: string;
      /** @description In figures, for whoever looks into it */
      detail: string;
    };
    BooksProofDto: {
      /** Format: date-time */
      finishedAt: string;
      /** @description Everything, not only what was booked since the proof before */
      isWhole: boolean;
      /** @description Of this school; none when its books hold */
      findings: components['schemas']['BooksFindingDto'][];
    };
    ClientAccountDto: {
      /**
       * @description Eleven digits; spaces and dots between them are taken off
       * @example 90412263056
       */
      accountNumber: string;
      /** @description Needed by some banks in payment files */
      bic?: string | null;
    };
    ClientMoneyDto: {
      /** Format: date */
      day: string;
      /** @enum {string} */
      source: 'bank_file' | 'person';
      /** @description On the client account when the day was over */
      balanceOre: number;
      /** @description Paid by families, and still with payment providers or the terminal */
      clearingOre: number;
      /** @description What all wallets together were owed */
      walletsOre: number;
      /** @description Taken off wallets and not yet paid out by bank or provider */
      inTransitOre: number;
      /** @description More than is owed; below zero, money of customers is missing */
      surplusOre: number;
      /** @description Who recorded it */
      recordedBy: string;
      /** Format: date-time */
      recordedAt: string;
    };
    BooksDto: {
      /** @description The last proof; null before the first night */
      proof: components['schemas']['BooksProofDto'] | null;
      /** Format: date-time */
      wholeAt: string | null;
      clientAccount: components['schemas']['ClientAccountDto'] | null;
      clientMoney: components['schemas']['ClientMoneyDto'] | null;
    };
    SayBalanceRequest: {
      /**
       * Format: uuid
       * @description Made by the client: the same request again gets the first answer
       */
      id: string;
      /**
       * Format: date
       * @description A day that is over
       */
      day: string;
      /** @description In øre; below zero when the account is overdrawn */
      balanceOre: number;
      note?: string;
    };
    VatLineDto: {
      /** @enum {string} */
      vatCode: 'exempt' | 'high25' | 'food15' | 'low12' | 'zero';
      /** @description Sold less returned, with VAT */
      salesOre: number;
      vatOre: number;
    };
    ClosingDto: {
      /** @example 2026-10 */
      month: string;
      vat: components['schemas']['VatLineDto'][];
      /** @description From revenue to VAT; below zero when more was returned than sold */
      vatOre: number;
      /** @description Earned and still on the client account */
      releaseOre: number;
      /** @description The name of who closed it */
      closedBy: string;
      /** Format: date-time */
      closedAt: string;
    };
    NextClosingDto: {
      /** @example 2026-10 */
      month: string;
      vat: components['schemas']['VatLineDto'][];
      /** @description From revenue to VAT; below zero when more was returned than sold */
      vatOre: number;
      /** @description Earned and still on the client account */
      releaseOre: number;
    };
    ClosingList: {
      /** @description Newest first, at most 36 */
      items: components['schemas']['ClosingDto'][];
      /** @description The last month that is over; null when it is closed */
      next: components['schemas']['NextClosingDto'] | null;
    };
    CloseMonthRequest: {
      /** @example 2026-10 */
      month: string;
      /** @description The VAT that was shown, in øre */
      vatOre: number;
      /** @description The earned money that was shown, in øre */
      releaseOre: number;
    };
    EuroRateDto: {
      /** Format: date */
      day: string;
      /** @description Kroner for one euro, in ten-thousandths */
      nokPerEurE4: number;
      /** @description Where it was read */
      source: string;
      /** @description Who recorded it */
      recordedBy: string;
      /** Format: date-time */
      recordedAt: string;
    };
    LimitedNetworkDto: {
      merchantName: string;
      schoolCount: number;
      /** Format: date */
      fromDay: string;
      /** @description Paid onto cards, in øre */
      paidInOre: number;
      /** @description Paid with cards, in øre */
      usedOre: number;
      /** @description The larger of the two: what is set against the limit */
      measuredOre: number;
      /** @description Null until a person has said one */
      rate: components['schemas']['EuroRateDto'] | null;
      /** @description The rate reckoned with: a cautious one until a person has said one */
      nokPerEurE4: number;
      /** @description Whole euro, rounded up */
      measuredEur: number;
      limitEur: number;
      /** @description Of the limit, in per cent, rounded up */
      percent: number;
      /**
       * @description Near is above 80 per cent
       * @enum {string}
       */
      standing: 'far' | 'near' | 'over';
    };
    SayEuroRateRequest: {
      /**
       * Format: uuid
       * @description Made by the client: the same request again gets the first answer
       */
      id: string;
      /**
       * Format: date
       * @description The day of the rate, not later than today
       */
      day: string;
      /**
       * @description Kroner for one euro, in ten-thousandths
       * @example 118234
       */
      nokPerEurE4: number;
      /** @example Norges Bank */
      source: string;
    };
    IdleBalanceDto: {
      /** Format: uuid */
      pupilId: string;
      pupilName: string;
      className: string;
      hasLeft: boolean;
      /**
       * Format: date-time
       * @description When money last moved on it
       */
      lastMovedAt: string;
      /** @description In øre, what is held for a refund included */
      balanceOre: number;
      /** @enum {string} */
      nextStep: 'wait' | 'pay_leaver' | 'pay_tomorrow' | 'ask_guardian' | 'contact_family';
    };
    IdleBalanceList: {
      count: number;
      totalOre: number;
      /** @description The largest first, at most 200 */
      items: components['schemas']['IdleBalanceDto'][];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  Guardians_signUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignUpRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignUpAnswer'];
        };
      };
    };
  };
  Guardians_verify: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkToken'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerifiedEmail'];
        };
      };
    };
  };
  Guardians_me: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProfileView'];
        };
      };
    };
  };
  Guardians_change: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProfileChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProfileView'];
        };
      };
    };
  };
  Guardians_changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordChangeRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Guardians_askEmailChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EmailChangeRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Guardians_confirmEmailChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkToken'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmailChangeAnswer'];
        };
      };
    };
  };
  Sessions_signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
    };
  };
  Sessions_signOutEverywhere: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Sessions_current: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
    };
  };
  Sessions_signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PasswordResets_ask: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordResetRequest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PasswordResets_confirm: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPassword'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Staff_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffList'];
        };
      };
    };
  };
  Staff_invite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InvitationRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationView'];
        };
      };
    };
  };
  Staff_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        invitationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Staff_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Invitations_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenInvitation'];
        };
      };
    };
  };
  Invitations_accept: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InvitationAcceptance'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Schools_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SchoolResponse'];
        };
      };
    };
  };
  Schools_changeSettings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeSettingsRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SchoolResponse'];
        };
      };
    };
  };
  Schools_classes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SchoolClassList'];
        };
      };
    };
  };
  Roster_history: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AppliedImportList'];
        };
      };
    };
  };
  Roster_preview: {
    parameters: {
      query?: {
        fileName?: string;
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': string;
        'application/octet-stream': string;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RosterPreview'];
        };
      };
    };
  };
  Roster_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RosterPreview'];
        };
      };
    };
  };
  Roster_progressOf: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RosterProgress'];
        };
      };
    };
  };
  Roster_apply: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApplyRosterRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RosterResult'];
        };
      };
    };
  };
  Roster_undo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UndoResult'];
        };
      };
    };
  };
  Enrolment_leave: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LeaveRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PupilStanding'];
        };
      };
    };
  };
  Enrolment_enrolAgain: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PupilStanding'];
        };
      };
    };
  };
  Rollovers_history: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RolloverList'];
        };
      };
    };
  };
  Rollovers_preview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Rollover'];
        };
      };
    };
  };
  Rollovers_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Rollover'];
        };
      };
    };
  };
  Rollovers_apply: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApplyRolloverRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Rollover'];
        };
      };
    };
  };
  Rollovers_undo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UndoResult'];
        };
      };
    };
  };
  Guardianships_ofPupil: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PupilGuardianList'];
        };
      };
    };
  };
  OfficeGuardians_link: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GuardianEmail'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Guardianships_approve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Guardianships_reject: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Guardianships_end: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  GuardianApprovals_approvals: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GuardianApprovalList'];
        };
      };
    };
  };
  GuardianApprovals_approve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  GuardianApprovals_reject: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  StaffCards_summary: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffCardsDto'];
        };
      };
    };
  };
  StaffCards_add: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddStaffCardRequest'];
      };
    };
    responses: {
      /** @description The same holder again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffCardDto'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffCardDto'];
        };
      };
    };
  };
  OfficeGuardians_invite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GuardianEmail'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenGuardianInvitation'];
        };
      };
    };
  };
  OfficeGuardians_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  OfficeGuardians_setDiscretion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Discretion'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Family_family: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Family'];
        };
      };
    };
  };
  Family_invite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GuardianEmail'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenGuardianInvitation'];
        };
      };
    };
  };
  Family_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        pupilId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Family_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GuardianInvitationView'];
        };
      };
    };
  };
  Family_accept: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AcceptedInvitation'];
        };
      };
    };
  };
  Cards_register: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterCardRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegistrationAnswer'];
        };
      };
    };
  };
  Cards_ofPupil: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CardList'];
        };
      };
    };
  };
  Cards_issue: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueCardRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CardAnswer'];
        };
      };
    };
  };
  Cards_block: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BlockCardRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CardAnswer'];
        };
      };
    };
  };
  Cards_unblock: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['UnblockCardRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CardAnswer'];
        };
      };
    };
  };
  PrintCards_list: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CardBatchPage'];
        };
      };
    };
  };
  PrintCards_print: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PrintBatchRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          'Card-Batch-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
    };
  };
  PrintCards_reprint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        batchId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PrintOptions'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
    };
  };
  PrintCards_printLetter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
    };
  };
  Replacements_quote: {
    parameters: {
      query: {
        reason: 'lost' | 'stolen' | 'damaged';
        /** @description As if the office waived it */
        waived?: boolean;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplacementQuoteDto'];
        };
      };
    };
  };
  Replacements_replace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplaceCardRequest'];
      };
    };
    responses: {
      /** @description The same replacement again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplacementDto'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplacementDto'];
        };
      };
    };
  };
  Replacements_print: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PrintReplacementRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          'Replacement-Id'?: string;
          'Card-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
    };
  };
  Replacements_ofPupil: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplacementList'];
        };
      };
    };
  };
  Replacements_waive: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WaiveReplacementRequest'];
      };
    };
    responses: {
      /** @description The same waiver again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplacementWaiverDto'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplacementWaiverDto'];
        };
      };
    };
  };
  Reminders_remind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReminderRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReminderResultDto'];
        };
      };
    };
  };
  Reminders_print: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReminderRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
    };
  };
  Categories_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CategoryList'];
        };
      };
    };
  };
  Categories_add: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewCategoryRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Category'];
        };
      };
    };
  };
  Categories_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeCategoryRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Category'];
        };
      };
    };
  };
  Products_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductList'];
        };
      };
    };
  };
  Products_add: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewProductRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Product'];
        };
      };
    };
  };
  Products_order: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OrderProductsRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Products_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeProductRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Product'];
        };
      };
    };
  };
  ProviderEvents_receive: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        provider: string;
        merchantKey: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Tasks_list: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
        show?: 'open' | 'resolved';
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskPage'];
        };
      };
    };
  };
  Tasks_count: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskCounts'];
        };
      };
    };
  };
  Tasks_resolve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResolveTaskRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskDto'];
        };
      };
    };
  };
  AutoTopUps_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        walletId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutoTopUpResponse'];
        };
      };
    };
  };
  AutoTopUps_put: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        walletId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutAutoTopUpRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutoTopUpResponse'];
        };
      };
    };
  };
  AutoTopUps_switchOff: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        walletId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AutoTopUpResponse'];
        };
      };
    };
  };
  SavedCards_start: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveCardRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedCardResponse'];
        };
      };
    };
  };
  SavedCards_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedCardResponse'];
        };
      };
    };
  };
  SavedCards_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Approvals_open: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApprovalResponse'];
        };
      };
    };
  };
  TopUps_start: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StartTopUpRequest'];
      };
    };
    responses: {
      /** @description The same top-up again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartedTopUpResponse'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartedTopUpResponse'];
        };
      };
    };
  };
  TopUps_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TopUpResponse'];
        };
      };
    };
  };
  TopUps_cancel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TopUpResponse'];
        };
      };
    };
  };
  OfficeReceipts_receive: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReceiveMoneyRequest'];
      };
    };
    responses: {
      /** @description The same receipt again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeReceiptDto'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeReceiptDto'];
        };
      };
    };
  };
  OfficeReceipts_list: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
        pupilId?: string;
        paidOn?: string;
        method?: 'terminal' | 'invoice';
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeReceiptPage'];
        };
      };
    };
  };
  OfficeReceipts_print: {
    parameters: {
      query?: {
        language?: 'nb' | 'nn' | 'en';
      };
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
    };
  };
  OfficeReceipts_reverse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReverseReceiptRequest'];
      };
    };
    responses: {
      /** @description It was reversed by this request before */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeReceiptDto'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeReceiptDto'];
        };
      };
    };
  };
  TerminalDays_list: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TerminalDayPage'];
        };
      };
    };
  };
  TerminalDays_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        day: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TerminalDayDto'];
        };
      };
    };
  };
  TerminalDays_close: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        day: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseTerminalDayRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TerminalDayDto'];
        };
      };
    };
  };
  Settlements_waiting: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClearingsDto'];
        };
      };
    };
  };
  Settlements_list: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettlementPage'];
        };
      };
    };
  };
  Settlements_enter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EnterSettlementRequest'];
      };
    };
    responses: {
      /** @description The same entry again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettlementDto'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettlementDto'];
        };
      };
    };
  };
  Settlements_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettlementDto'];
        };
      };
    };
  };
  Settlements_lines: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettlementLinePage'];
        };
      };
    };
  };
  Settlements_table: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
    };
  };
  LowBalanceAlerts_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LowBalanceAlertDto'];
        };
      };
    };
  };
  LowBalanceAlerts_set: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LowBalanceAlertDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LowBalanceAlertDto'];
        };
      };
    };
  };
  Discrepancies_decide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecisionDto'];
        };
      };
    };
  };
  Refunds_refundable: {
    parameters: {
      query?: {
        /** @description How much is wanted; absent for everything */
        amountOre?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundableView'];
        };
      };
    };
  };
  Refunds_former: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FormerWalletList'];
        };
      };
    };
  };
  Refunds_list: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
        walletId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundPage'];
        };
      };
    };
  };
  Refunds_ask: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AskRefundRequest'];
      };
    };
    responses: {
      /** @description The same refund again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundView'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundView'];
        };
      };
    };
  };
  Refunds_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundView'];
        };
      };
    };
  };
  Refunds_cancel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RefundView'];
        };
      };
    };
  };
  PayoutAccounts_record: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        walletId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PayoutAccountRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayersAccountView'];
        };
      };
    };
  };
  OfficeRefunds_householdMoney: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HouseholdMoneyView'];
        };
      };
    };
  };
  OfficeRefunds_recordAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PayoutAccountRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HouseholdMoneyView'];
        };
      };
    };
  };
  OfficeRefunds_list: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
        /** @description `open`: not all of it has arrived */
        filter?: 'to_approve' | 'open' | 'all';
        pupilId?: string;
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeRefundPage'];
        };
      };
    };
  };
  OfficeRefunds_ask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HouseholdRefundRequest'];
      };
    };
    responses: {
      /** @description The same refund again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeRefundView'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeRefundView'];
        };
      };
    };
  };
  OfficeRefunds_approve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeRefundView'];
        };
      };
    };
  };
  OfficeRefunds_reject: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeRefundView'];
        };
      };
    };
  };
  Payouts_agree: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BankAgreementRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BankSettingsDto'];
        };
      };
    };
  };
  Payouts_list: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayoutPage'];
        };
      };
    };
  };
  Payouts_prepare: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreparePayoutRequest'];
      };
    };
    responses: {
      /** @description The same file again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayoutDto'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayoutDto'];
        };
      };
    };
  };
  Payouts_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayoutDto'];
        };
      };
    };
  };
  Payouts_approve: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayoutDto'];
        };
      };
    };
  };
  Payouts_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayoutDto'];
        };
      };
    };
  };
  Payouts_download: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  Payouts_settle: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettlePayoutRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BankAnswerDto'];
        };
      };
    };
  };
  Payouts_returnLine: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnLineRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BankAnswerDto'];
        };
      };
    };
  };
  Payouts_takeAnswer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BankAnswerDto'];
        };
      };
    };
  };
  PayoutRecords_lines: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
    };
  };
  PayoutRecords_answer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
        answerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
    };
  };
  Leavers_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LeaverList'];
        };
      };
    };
  };
  Leavers_pay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PayLeaversRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaidLeavers'];
        };
      };
    };
  };
  Registers_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisterList'];
        };
      };
    };
  };
  Registers_create: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRegisterRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisterDto'];
        };
      };
    };
  };
  Registers_drawCode: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PairingCodeDto'];
        };
      };
    };
  };
  Registers_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisterDto'];
        };
      };
    };
  };
  Cashiers_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CashierList'];
        };
      };
    };
  };
  Cashiers_create: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateCashierRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CashierDto'];
        };
      };
    };
  };
  Cashiers_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeCashierRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CashierDto'];
        };
      };
    };
  };
  Till_pair: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PairRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PairedDto'];
        };
      };
    };
  };
  Till_current: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CurrentRegisterDto'];
        };
      };
    };
  };
  Till_sold: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TillCatalogueDto'];
        };
      };
    };
  };
  Till_lookUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CardLookupRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CardLookupDto'];
        };
      };
    };
  };
  Till_findPupils: {
    parameters: {
      query: {
        /** @description Parts of first and last name */
        query: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundPupilList'];
        };
      };
    };
  };
  CashierSessions_start: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StartCashierSessionRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CashierSessionDto'];
        };
      };
    };
  };
  CashierSessions_end: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Sales_sell: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SellRequest'];
      };
    };
    responses: {
      /** @description The id was booked before: the first answer again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SoldDto'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SoldDto'];
        };
      };
    };
  };
  Sales_giveUp: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GiveUpDto'];
        };
      };
    };
  };
  Sales_receipt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptDto'];
        };
      };
    };
  };
  Sales_today: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceiptPage'];
        };
      };
    };
  };
  SaleReturns_return: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnSaleRequest'];
      };
    };
    responses: {
      /** @description The id was booked before: the first answer again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SaleReturnDto'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SaleReturnDto'];
        };
      };
    };
  };
  SaleCredits_credit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        saleId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreditSaleRequest'];
      };
    };
    responses: {
      /** @description The id was booked before: the first answer again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SaleCreditDto'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SaleCreditDto'];
        };
      };
    };
  };
  Limits_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LimitsDto'];
        };
      };
    };
  };
  Limits_set: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LimitsDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LimitsDto'];
        };
      };
    };
  };
  Contact_schools: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactSchoolList'];
        };
      };
    };
  };
  Contact_write: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ContactRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactAnswer'];
        };
      };
    };
  };
  Contact_thread: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ThreadKeyRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThreadDto'];
        };
      };
    };
  };
  Contact_writeMore: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ThreadMessageRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThreadDto'];
        };
      };
    };
  };
  OwnCases_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnCaseList'];
        };
      };
    };
  };
  OwnCases_write: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnContactRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactAnswer'];
        };
      };
    };
  };
  OwnCases_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThreadDto'];
        };
      };
    };
  };
  OwnCases_writeMore: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnMessageRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThreadDto'];
        };
      };
    };
  };
  Cases_list: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
        view?: 'unassigned' | 'mine' | 'open' | 'waiting' | 'closed';
        /** @description The number, or parts of the sender, the child or what was written */
        query?: string;
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CasePage'];
        };
      };
    };
  };
  Cases_counts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseCountsDto'];
        };
      };
    };
  };
  Cases_show: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseDto'];
        };
      };
    };
  };
  Cases_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeCaseRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseDto'];
        };
      };
    };
  };
  Cases_write: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CaseMessageRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseDto'];
        };
      };
    };
  };
  Cases_takeBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
        messageId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Cases_confirmLoss: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmLossRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CaseDto'];
        };
      };
    };
  };
  Attachments_add: {
    parameters: {
      query: {
        fileName: string;
      };
      header?: never;
      path: {
        schoolId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoredFileDto'];
        };
      };
    };
  };
  Attachments_addByKey: {
    parameters: {
      query: {
        fileName: string;
      };
      header: {
        /** @description From the link in the mail */
        'Case-Key': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoredFileDto'];
        };
      };
    };
  };
  Attachments_addOwn: {
    parameters: {
      query: {
        fileName: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoredFileDto'];
        };
      };
    };
  };
  Attachments_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        id: string;
        attachmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/png': string;
          'image/jpeg': string;
          'image/webp': string;
          'application/pdf': string;
        };
      };
    };
  };
  Attachments_getByKey: {
    parameters: {
      query?: never;
      header: {
        /** @description From the link in the mail */
        'Case-Key': string;
      };
      path: {
        attachmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/png': string;
          'image/jpeg': string;
          'image/webp': string;
          'application/pdf': string;
        };
      };
    };
  };
  Attachments_getOwn: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        attachmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/png': string;
          'image/jpeg': string;
          'image/webp': string;
          'application/pdf': string;
        };
      };
    };
  };
  Children_mine: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChildList'];
        };
      };
    };
  };
  Wallets_wallet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WalletDto'];
        };
      };
    };
  };
  Wallets_transactions: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
        /** @description Purchases and their returns; every movement without it */
        only?: 'purchases';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TransactionPage'];
        };
      };
    };
  };
  Wallets_claims: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClaimList'];
        };
      };
    };
  };
  Wallets_statement: {
    parameters: {
      query: {
        from: string;
        to: string;
        language?: 'nb' | 'nn' | 'en';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
    };
  };
  Wallets_table: {
    parameters: {
      query: {
        from: string;
        to: string;
        language?: 'nb' | 'nn' | 'en';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
    };
  };
  Wallets_spending: {
    parameters: {
      query?: {
        weeks?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WeekSpendingList'];
        };
      };
    };
  };
  Pupils_overview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OverviewDto'];
        };
      };
    };
  };
  Pupils_list: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
        /** @description Parts of the name; a word with a digit begins the class, the pupil id or the card number */
        query?: string;
        classId?: string;
        status?: 'enrolled' | 'left';
        /** @description Both without it */
        kind?: 'pupil' | 'staff';
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PupilPage'];
        };
      };
    };
  };
  Pupils_pupil: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PupilDetailsDto'];
        };
      };
    };
  };
  Pupils_statement: {
    parameters: {
      query: {
        from: string;
        to: string;
        language?: 'nb' | 'nn' | 'en';
      };
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
    };
  };
  Pupils_table: {
    parameters: {
      query: {
        from: string;
        to: string;
        language?: 'nb' | 'nn' | 'en';
      };
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
    };
  };
  Pupils_timeline: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
        /** @description All without it */
        topics?: ('card' | 'money' | 'sale' | 'guardian' | 'enrolment' | 'limit' | 'case')[];
      };
      header?: never;
      path: {
        schoolId: string;
        pupilId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TimelinePage'];
        };
      };
    };
  };
  Readiness_figures: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadinessDto'];
        };
      };
    };
  };
  Readiness_list: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before */
        cursor?: string;
        limit?: number;
        /** @description What they lack; without it everyone who lacks something */
        lacking?: 'card' | 'guardian' | 'money';
        classId?: string;
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnreadyPupilPage'];
        };
      };
    };
  };
  Books_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BooksDto'];
        };
      };
    };
  };
  Books_setAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClientAccountDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientAccountDto'];
        };
      };
    };
  };
  Books_say: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SayBalanceRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientMoneyDto'];
        };
      };
    };
  };
  Books_takeFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientMoneyDto'];
        };
      };
    };
  };
  Closings_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClosingList'];
        };
      };
    };
  };
  Closings_close: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseMonthRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClosingDto'];
        };
      };
    };
  };
  Exports_transactions: {
    parameters: {
      query: {
        /** @description The first day on which it was recorded */
        from: string;
        /** @description The last day, at most 366 days later */
        to: string;
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
    };
  };
  Exports_summary: {
    parameters: {
      query: {
        month: string;
      };
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
    };
  };
  HeldMoney_limitedNetwork: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LimitedNetworkDto'];
        };
      };
    };
  };
  HeldMoney_sayRate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SayEuroRateRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LimitedNetworkDto'];
        };
      };
    };
  };
  HeldMoney_idleBalances: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdleBalanceList'];
        };
      };
    };
  };
  HeldMoney_table: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        schoolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
    };
  };
}
