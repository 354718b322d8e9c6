/**
 * Roles of doing told apart from those of being done to. Roles are the notebook's own words: those of the ready lists and
 * common ones beside them are known, of any other nothing is claimed.
 */

/** Which side of an event a role stands on: `did` it, `undergone`: it was done to them, `other`: neither, or not known. */
export const roleSides = ['did', 'undergone', 'other'] as const;
export type RoleSide = (typeof roleSides)[number];

/** The roles known to be of a side, in lower case. */
export const rolesOfSide: Readonly<Record<Exclude<RoleSide, 'other'>, readonly string[]>> = {
  did: [
    'initiator',
    'speaker',
    'mediator',
    'actor 1',
    'associated actor 1',
    'source',
    'perpetrator',
    'alleged perpetrator',
    'attacker',
    'author',
    'organiser',
    'organizer',
    'host',
    'signatory',
    'claimant',
    'accuser',
    'supporter',
    'intermediary',
    'investigator',
    'witness',
    'commander',
    'intervener',
  ],
  undergone: [
    'target',
    'victim',
    'addressee',
    'actor 2',
    'associated actor 2',
    'recipient',
    'accused',
    'defender',
    'detainee',
    'hostage',
    'injured',
    'survivor',
    'beneficiary',
    'subject',
  ],
};

/** The side of a role, whatever its case. */
export function roleSide(role: string): RoleSide {
  const name = role.trim().toLowerCase();
  if (rolesOfSide.did.includes(name)) return 'did';
  return rolesOfSide.undergone.includes(name) ? 'undergone' : 'other';
}
