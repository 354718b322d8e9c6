import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followChanges, queryClient } from './client/query';
import { followImports } from './intake/intake';
import { App } from './shell/frame/app';
import { listenToKeys, listenToMenu } from './shell/keys/command-keys';
import { followNotebook } from './shell/notebook-state';
import { followProblems } from './shell/problems';
import { preloadScreen } from './shell/screens';
import { followSettings } from './shell/settings';
import './style/tokens.css';

// Every notebook begins with it: its code is fetched while the main process is asked which notebook is open.
preloadScreen('library');
followSettings();
followChanges();
followProblems();
followNotebook();
followImports();
listenToKeys();
listenToMenu();

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
