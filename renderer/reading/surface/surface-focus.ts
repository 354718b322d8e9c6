/** Shows on the marks which passages are meant now. */
export function markFocused(root: HTMLElement, ids: readonly string[]): void {
  for (const mark of root.querySelectorAll<HTMLElement>('mark[data-focused]')) delete mark.dataset['focused'];
  for (const id of ids) {
    const marks = root.querySelectorAll<HTMLElement>(`mark[data-annotations~="${CSS.escape(id)}"]`);
    for (const mark of marks) mark.dataset['focused'] = '';
  }
}
