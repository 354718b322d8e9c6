/** Finds a node of the network by name as one types. */
import { useState } from 'react';
import type { NetworkNode } from '../../../shared/contract/views/network';
import { foldForMatch } from '../../../shared/text/fold';
import { entityIcon } from '../../parts/entity-picker';
import { ComboBox } from '../../ui/fields/combo-box';

export interface FindNodeProps {
  readonly nodes: readonly NetworkNode[];
  readonly onFind: (index: number) => void;
}

const rowsShown = 20;

/** Names that begin so first; among equals the strongest node. */
function matches(nodes: readonly NetworkNode[], text: string): readonly NetworkNode[] {
  const words = foldForMatch(text);
  const found = nodes.flatMap((node) => {
    const at = foldForMatch(node.name).indexOf(words);
    return at < 0 ? [] : [{ node, rank: at === 0 ? 0 : 1 }];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, rowsShown)
    .map(({ node }) => node);
}

export function FindNode({ nodes, onFind }: FindNodeProps) {
  const [text, setText] = useState('');
  // Begun anew after each find: the list would open again for the emptied field.
  const [found, setFound] = useState(0);
  const items = matches(nodes, text).map(({ id, name, kind }) => ({
    id,
    label: name,
    icon: entityIcon(kind),
  }));
  const pick = (id: string) => {
    setText('');
    setFound((times) => times + 1);
    onFind(nodes.findIndex((node) => node.id === id));
  };
  return (
    <div className="w-40">
      <ComboBox
        key={found}
        label="Find in the network"
        labelHidden
        placeholder="Find a name"
        items={items}
        text={text}
        onTextChange={setText}
        onPick={pick}
      />
    </div>
  );
}
