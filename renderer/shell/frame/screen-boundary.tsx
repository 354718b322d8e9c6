import { Component, type ReactNode } from 'react';
import { ErrorMessage } from '../error-message';

interface State {
  readonly error: unknown;
}

/** Keeps a fault in one screen from taking the window with it. */
export class ScreenBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
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
