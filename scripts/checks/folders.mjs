import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const MOST_ENTRIES = 15;

/**
 * The folders of the program that hold more entries than a person takes in at a glance.
 *
 * @param {string} root
 * @param {readonly string[]} folders
 * @returns {readonly string[]} a line each
 */
export function crowdedFolders(root, folders) {
  return folders.flatMap((folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    const inside = entries.filter((entry) => entry.isDirectory()).map((entry) => `${folder}/${entry.name}`);
    const own =
      entries.length > MOST_ENTRIES
        ? [`${folder} holds ${entries.length} entries, more than ${MOST_ENTRIES}`]
        : [];
    return [...own, ...crowdedFolders(root, inside)];
  });
}
