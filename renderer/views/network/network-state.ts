/** How the network is looked at: what it is made of and how. Remembered on this machine. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Nearness, TieKind } from '../../../shared/contract/views/network';
import type { EntityKind } from '../../../shared/model/entity';

export interface NetworkState {
  readonly kinds: readonly EntityKind[];
  readonly ties: readonly TieKind[];
  readonly near: Nearness;
  readonly steps: 1 | 2;
  readonly form: 'picture' | 'table';
}

export const useNetworkState = create<NetworkState>()(
  persist(
    (): NetworkState => ({
      kinds: ['actor'],
      ties: ['mention', 'event', 'relation'],
      near: 'paragraph',
      steps: 1,
      form: 'picture',
    }),
    {
      name: 'network',
      partialize: ({ kinds, ties, near, steps, form }) => ({ kinds, ties, near, steps, form }),
    },
  ),
);

export function setNetwork(changed: Partial<NetworkState>): void {
  useNetworkState.setState(changed);
}

/** Puts one in, or takes it out when it is in. */
export function toggled<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
