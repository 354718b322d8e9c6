import { Button } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/layout/empty-state';
import { useOpenText } from '../reader-context';

/** An article without words. */
export function EmptyArticle() {
  const { article, canChange, store } = useOpenText();
  const write = (
    <Button look="primary" onPress={() => store.setState({ isCorrecting: true })}>
      Write
    </Button>
  );
  return (
    <EmptyState title="No words yet" actions={canChange && write}>
      {article.kind === 'own'
        ? 'This article is yours to write.'
        : 'Nothing was found in the original that could be read.'}
    </EmptyState>
  );
}
