import type { Body } from '@kantinekortet/api-client';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

export type Topic = Body<'/support-cases', 'post'>['topic'];

/** What one can write about, in the order it is offered. */
export const topicNames: Readonly<Record<Topic, MessageDescriptor>> = {
  lost_card: msg`Mistet kort`,
  top_up: msg`Påfylling`,
  refund: msg`Refusjon`,
  unknown_purchase: msg`Kjøp jeg ikke kjenner`,
  no_profile: msg`Kan ikke lage profil`,
  other: msg`Annet`,
};

export const topics = Object.keys(topicNames).filter(isTopic);

export function isTopic(value: unknown): value is Topic {
  return typeof value === 'string' && value in topicNames;
}
