import { Fragment } from 'react';

export interface NamedRole {
  readonly name: string;
  readonly role: string;
}

/** Names with their roles, one after the other; each keeps its own direction of writing to itself, but the first: by it a line of `dir="auto"` goes. */
export function IsolatedNames({ names }: { readonly names: readonly NamedRole[] }) {
  return names.map(({ name, role }, at) => (
    <Fragment key={`${name} ${role}`}>
      {at > 0 && ', '}
      {at === 0 ? name : <bdi>{name}</bdi>}
      {role !== '' && (
        <>
          {' ('}
          <bdi>{role}</bdi>)
        </>
      )}
    </Fragment>
  ));
}

/** One of them as plain words; what was imported may have no role. */
export const nameInWords = ({ name, role }: NamedRole): string => (role === '' ? name : `${name} (${role})`);

/** The same as plain words, for a tooltip. */
export const namesInWords = (names: readonly NamedRole[]): string => names.map(nameInWords).join(', ');
