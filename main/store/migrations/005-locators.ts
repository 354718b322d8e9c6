/** Where the pages and chapters of an article's source begin in its revisions, and who made each annotation. */

/** Format 5. */
export const locatorsFormat = `
ALTER TABLE annotation ADD COLUMN coder TEXT NOT NULL DEFAULT ''; -- the name of who made it; '': not known
-- In the order of the source; one without words begins where the next one does.
CREATE TABLE locator (
  revision_id TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('page', 'chapter')),
  start INTEGER NOT NULL,
  number INTEGER NOT NULL, -- from 0, by kind
  label TEXT NOT NULL, -- as the source has it: 'xii', '12', 'Introduction'
  PRIMARY KEY (revision_id, kind, start, number)
) STRICT, WITHOUT ROWID;
`;
