const passagesWord = (count: number) => (count === 1 ? '1 passage' : `${count} passages`);

/** What a newer capture did to the passages. */
export function passagesMessage({
  orphaned = 0,
  changed = 0,
}: {
  readonly orphaned?: number;
  readonly changed?: number;
}): string {
  const said = [
    ...(orphaned > 0 ? [`${passagesWord(orphaned)} lost ${orphaned === 1 ? 'its' : 'their'} words.`] : []),
    ...(changed > 0 ? [`The words of ${passagesWord(changed)} changed.`] : []),
  ];
  return said.join(' ');
}
