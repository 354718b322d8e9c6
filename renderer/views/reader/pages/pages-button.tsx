import { BookOpen } from 'lucide-react';
import { useKeys } from '../../../shell/keys/shortcuts';
import { IconButton } from '../../../ui/actions/button';
import { togglePages, usePagesState } from './pages-state';
import { useHasPages } from './text-with-pages';

/** Shows and hides the pages of the PDF; other articles have no such button. */
export function PagesButton() {
  const hasPages = useHasPages();
  const { isShown } = usePagesState();
  const keys = useKeys('show-pages');
  if (!hasPages) return null;
  return (
    <IconButton
      label="Pages of the PDF"
      keys={keys}
      active={isShown}
      icon={<BookOpen size={16} />}
      onPress={togglePages}
    />
  );
}
