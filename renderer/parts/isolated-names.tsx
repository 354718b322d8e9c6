import { Fragment } from 'react';

export interface NamedRole {
  readonly name: string;
  readonly role: string;
}

/** Names with their roles, one after the other; each keeps its own direction of writing to itself. */
export function IsolatedNames({ names }: { readonly names: readonly NamedRole[] }) {
  return names.map(({ name, role }, at) => (
    <Fragment key={`${name} ${role}`}>
      {at > 0 && ', '}
      <bdi>{name}</bdi> (<bdi>{role}</bdi>)
    </Fragment>
  ));
}

/** The same as plain words, for a tooltip. */
export function namesInWords(names: readonly NamedRole[]): string {
  return names.map(({ name, role }) => `${name} (${role})`).join(', ');
}
