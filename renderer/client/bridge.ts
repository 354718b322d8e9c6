import type { Bridge } from '../../shared/bridge';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly casebook: Bridge;
  }
}

export const bridge: Bridge = window.casebook;
