import { Component, type ReactNode } from 'react';
import { ErrorMessage } from '../error-message';

interface State {
  readonly error: unknown;
  /** Where the error was. */
  readonly place: unknown;
}

interface Props {
  /** A new place gets a new chance. */
  readonly place: unknown;
  readonly children: ReactNode;
}

/** Keeps a fault in one screen from taking the window with it. */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Pick<State, 'error'> {
    return { error };
  }

  static getDerivedStateFromProps({ place }: Props, state: State): State | null {
    return place === state.place ? null : { place, error: null };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div className="p-6 max-w-160">
        <ErrorMessage error={this.state.error} />
      </div>
    );
  }
}
