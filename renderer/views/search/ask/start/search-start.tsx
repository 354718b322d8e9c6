/** The search screen while nothing is asked: what was asked before, and what can be asked. */
import { GrammarList } from '../../../../shell/frame/search/grammar-list';
import { ScrollPane } from '../../../../ui/layout/scroll-pane';
import { PastSearches } from './past-searches';

export function SearchStart() {
  return (
    <ScrollPane className="p-4">
      <PastSearches />
      <section aria-labelledby="can-be-asked">
        <h2 id="can-be-asked" className="text-[15px] font-semibold pb-1">
          What can be asked
        </h2>
        <p className="text-muted pb-3">
          Type in the box above, or fill in the form. Press an example to put it into the box.
        </p>
        <GrammarList />
      </section>
    </ScrollPane>
  );
}
