// What stands in place of a screen that could not be drawn. Nothing is lost by it: words are on the host's disk as they
// are typed, and loading the page again shows them.
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Notice } from './ui/notice.tsx';

interface Props {
  /** When it changes, drawing is tried again: another place may well be fine. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

interface State {
  readonly hasFailed: boolean;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The stack names components and files, not what people said.
    console.error(error.name, error.stack, info.componentStack);
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.hasFailed && before.resetKey !== this.props.resetKey) this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Notice
        title="This screen stopped"
        tone="bad"
        announce="alert"
        happened="Earshot made a mistake while drawing this screen."
        kept="Everything you typed until then is kept."
        next="Load the page again. If it stops once more, go to another screen."
        actions={[{ label: 'Load again', onDo: () => window.location.reload() }]}
      />
    );
  }
}
