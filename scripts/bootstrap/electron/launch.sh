#!/bin/sh
# Starts the Electron that scripts/run.mjs found, in the sandbox that this machine allows: a program of one path, as
# electron-vite and Playwright want it. The variables are set in scripts/bootstrap/prepare.mjs; the module that
# Playwright loads before the application comes from e2e/application.ts.
# shellcheck disable=SC2086
exec ${CASEBOOK_ELECTRON_PREFIX} "${CASEBOOK_ELECTRON:?is set by scripts/run.mjs}" ${CASEBOOK_ELECTRON_FLAGS} \
  ${CASEBOOK_ELECTRON_PRELOAD:+-r "$CASEBOOK_ELECTRON_PRELOAD"} "$@"
