'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { ScenarioDocument } from '@/lib/scenario/document';
import type { Workbench, WorkbenchActions } from '@/lib/workbench/workbench-types';

const WorkbenchContext = createContext<StoreApi<Workbench> | null>(null);

export function WorkbenchProvider(props: { readonly store: StoreApi<Workbench>; readonly children: ReactNode }) {
  return <WorkbenchContext value={props.store}>{props.children}</WorkbenchContext>;
}

function useWorkbenchStore(): StoreApi<Workbench> {
  const store = useContext(WorkbenchContext);
  if (!store) throw new RangeError('A part of the workbench stands outside of its provider');
  return store;
}

/** Reads a part of the state; the part must be the same object while nothing in it changed. */
export function useWorkbench<T>(select: (state: Workbench) => T): T {
  return useStore(useWorkbenchStore(), select);
}

export function useActions(): WorkbenchActions {
  return useWorkbench((state) => state.actions);
}

export function useDocument(): ScenarioDocument {
  return useWorkbench((state) => state.history.present);
}

/** The document as pictures show it: under a hand on a slider it comes with its figures. */
export function useDrawnDocument(): ScenarioDocument {
  return useWorkbench((state) => state.drawn);
}
