/**
 * Every query and command of the bridge between the window and the notebook, with its argument schema and the type of
 * its answer. Both sides are derived from it: the window's client, the checks in `main/ipc`, the tables in `main/store`.
 */
import { accountCommands, accountQueries } from './contract/accounts';
import { annotationCommands, annotationQueries } from './contract/annotations';
import { appOperations } from './contract/app';
import { articleCommands, articleQueries } from './contract/articles';
import { codebookCommands, codebookQueries } from './contract/codebook';
import type { ArgsOf, ValueOf } from './contract/define';
import {
  dossierQueries,
  entityCommands,
  entityQueries,
  eventCommands,
  eventQueries,
} from './contract/entities';
import { notebookCommands, notebookQueries } from './contract/notebook';
import { noteCommands, noteQueries } from './contract/notes';
import { passageCommands, passageQueries } from './contract/passages';
import { searchCommands, searchQueries } from './contract/search';
import { mapQueries } from './contract/views/map';
import { networkQueries } from './contract/views/network';
import { timelineQueries } from './contract/views/timeline';

/** Read the notebook; never write. */
export const queries = {
  ...notebookQueries,
  ...articleQueries,
  ...annotationQueries,
  ...entityQueries,
  ...dossierQueries,
  ...eventQueries,
  ...accountQueries,
  ...codebookQueries,
  ...noteQueries,
  ...searchQueries,
  ...timelineQueries,
  ...passageQueries,
  ...mapQueries,
  ...networkQueries,
};

/** Write the notebook, each in one transaction; what they changed can be undone. */
export const commands = {
  ...notebookCommands,
  ...articleCommands,
  ...annotationCommands,
  ...entityCommands,
  ...eventCommands,
  ...accountCommands,
  ...codebookCommands,
  ...noteCommands,
  ...passageCommands,
  ...searchCommands,
};

/** Done by the main process around the notebook. */
export const app = appOperations;

export type Queries = typeof queries;
export type Commands = typeof commands;
export type AppOperations = typeof app;
export type QueryName = keyof Queries;
export type CommandName = keyof Commands;
export type AppName = keyof AppOperations;

export type QueryArgs<N extends QueryName> = ArgsOf<Queries[N]>;
export type QueryValue<N extends QueryName> = ValueOf<Queries[N]>;
export type CommandArgs<N extends CommandName> = ArgsOf<Commands[N]>;
export type CommandValue<N extends CommandName> = ValueOf<Commands[N]>;
export type AppArgs<N extends AppName> = ArgsOf<AppOperations[N]>;
export type AppValue<N extends AppName> = ValueOf<AppOperations[N]>;
