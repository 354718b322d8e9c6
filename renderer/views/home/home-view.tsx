import { newNotebook, openNotebook } from '../../shell/notebook-state';
import { Button } from '../../ui/actions/button';

/** The start page. */
export function HomeView() {
  return (
    <main className="h-full flex items-center justify-center gap-2">
      <Button look="primary" onPress={() => void newNotebook()}>
        New notebook…
      </Button>
      <Button onPress={() => void openNotebook()}>Open notebook…</Button>
    </main>
  );
}
