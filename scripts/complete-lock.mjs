import { readFileSync, writeFileSync } from 'node:fs';
import { missingOptional, platformEntry } from './checks/lock-file.mjs';

// Completes package-lock.json with the packages of other platforms that npm left out. To be run after every
// `npm install` that changed it, where the registry does not have them all.

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const missing = missingOptional(lock.packages);
for (const wanted of missing) lock.packages[`node_modules/${wanted.name}`] = platformEntry(wanted);
const [own, ...rest] = Object.entries(lock.packages);
rest.sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries([own, ...rest]);
if (missing.length > 0) writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
process.stderr.write(`${missing.length} packages added\n`);
