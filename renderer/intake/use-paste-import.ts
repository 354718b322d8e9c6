import { useEffect } from 'react';
import { isTyping } from '../shell/keys/command-keys';
import { importPasted } from './intake';

/** Where pasting means "bring this in": outside of fields, editors and dialogs. */
function isForUs(event: ClipboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || target?.closest('[role=dialog]')) return false;
  return !isTyping(target) && !isTyping(document.activeElement);
}

/** Imports what is pasted. */
export function usePasteImport(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (!isForUs(event)) return;
      const html = event.clipboardData?.getData('text/html') ?? '';
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (html.trim() === '' && text.trim() === '') return;
      event.preventDefault();
      void importPasted({ html, text });
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
}
