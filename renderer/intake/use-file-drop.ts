import { useEffect, useState } from 'react';
import { bridge } from '../client/bridge';
import { takeDropped } from './intake';

const bearsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

function pathsOf(event: DragEvent): readonly string[] {
  return Array.from(event.dataTransfer?.files ?? [], (file) => bridge.pathOfFile(file)).filter(Boolean);
}

/** Takes files and folders that are dropped anywhere on the window; true while some are held above it. */
export function useFileDrop(): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!bearsFiles(event)) return;
      event.preventDefault();
      setHeld(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHeld(false);
    };
    const drop = (event: DragEvent) => {
      setHeld(false);
      if (!bearsFiles(event)) return;
      event.preventDefault();
      void takeDropped(pathsOf(event));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return held;
}
