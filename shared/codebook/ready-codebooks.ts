/**
 * Ready lists of event types and roles that a notebook can take over and change. They are choices: nothing in the program
 * depends on a name in them.
 */

/** An event type of a ready list, with what it is for. */
export interface ReadyType {
  readonly name: string;
  readonly description?: string;
  readonly types?: readonly ReadyType[];
}

/** A ready list. */
export interface ReadyCodebook {
  readonly id: 'plain' | 'acled' | 'rights';
  readonly name: string;
  readonly description: string;
  readonly types: readonly ReadyType[];
  readonly roles: readonly string[];
}

const named = (...names: readonly string[]): ReadyType[] => names.map((name) => ({ name }));

const plain: ReadyCodebook = {
  id: 'plain',
  name: 'Plain',
  description: 'Ten short types and the common roles: what a new notebook starts with.',
  types: named(
    'Attack',
    'Battle',
    'Agreement',
    'Statement',
    'Meeting',
    'Protest',
    'Arrest',
    'Movement',
    'Decision',
    'Other',
  ),
  roles: ['initiator', 'target', 'speaker', 'addressee', 'mediator', 'victim', 'participant'],
};

/** Event and sub-event types as in the codebook of the Armed Conflict Location & Event Data project (2023); descriptions ours. */
const acled: ReadyCodebook = {
  id: 'acled',
  name: 'ACLED',
  description:
    'The six event types and 25 sub-event types of the Armed Conflict Location & Event Data codebook, for data that are to be compared with theirs.',
  types: [
    {
      name: 'Battles',
      description: 'Armed groups fight each other.',
      types: named('Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'),
    },
    {
      name: 'Protests',
      description: 'People demonstrate without violence of their own.',
      types: named('Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'),
    },
    {
      name: 'Riots',
      description: 'Demonstrators or a crowd use violence.',
      types: named('Violent demonstration', 'Mob violence'),
    },
    {
      name: 'Explosions/Remote violence',
      description: 'One side strikes where the other cannot answer.',
      types: named(
        'Chemical weapon',
        'Air/drone strike',
        'Suicide bomb',
        'Shelling/artillery/missile attack',
        'Remote explosive/landmine/IED',
        'Grenade',
      ),
    },
    {
      name: 'Violence against civilians',
      description: 'An armed group attacks people who are not armed.',
      types: named('Sexual violence', 'Attack', 'Abduction/forced disappearance'),
    },
    {
      name: 'Strategic developments',
      description: 'Not violence, but it bears on it.',
      types: named(
        'Agreement',
        'Arrests',
        'Change to group/activity',
        'Disrupted weapons use',
        'Headquarters or base established',
        'Looting/property destruction',
        'Non-violent transfer of territory',
        'Other',
      ),
    },
  ],
  roles: ['actor 1', 'associated actor 1', 'actor 2', 'associated actor 2', 'source'],
};

const rights: ReadyCodebook = {
  id: 'rights',
  name: 'Rights documentation',
  description: 'Acts against people and property, and who stands how to them, for records of violations.',
  types: [
    {
      name: 'Against life',
      types: named('Unlawful killing', 'Death in custody', 'Indiscriminate attack', 'Attempted killing'),
    },
    {
      name: 'Against integrity',
      types: named('Torture', 'Ill-treatment', 'Sexual and gender-based violence', 'Denial of medical care'),
    },
    {
      name: 'Against liberty',
      types: named(
        'Arbitrary detention',
        'Enforced disappearance',
        'Hostage-taking',
        'Forced displacement',
        'Forced conscription',
      ),
    },
    {
      name: 'Against property and places',
      types: named(
        'Attack on a medical facility',
        'Attack on a school',
        'Attack on a home',
        'Attack on infrastructure',
        'Pillage',
        'Damage to cultural property',
      ),
    },
    {
      name: 'Against civic freedoms',
      types: named(
        'Restriction of expression',
        'Restriction of assembly',
        'Attack on a journalist',
        'Unfair trial',
      ),
    },
    {
      name: 'Response',
      types: named('Complaint', 'Investigation', 'Prosecution', 'Verdict', 'Reparation', 'Release'),
    },
  ],
  roles: ['victim', 'perpetrator', 'commander', 'witness', 'source', 'intervener', 'relative'],
};

export const readyCodebooks: readonly ReadyCodebook[] = [plain, acled, rights];
