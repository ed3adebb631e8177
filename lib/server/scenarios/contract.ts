import type { DocumentError, ScenarioDocument } from '../../scenario/document';

export type Role = 'admin' | 'analyst' | 'reviewer' | 'viewer';

/** The six figures of a scenario in the library; computed by the server after a save, null until then. */
export interface Headline {
  readonly sop: {
    readonly p10: number | 'never';
    readonly p50: number | 'never';
    readonly p90: number | 'never';
    readonly never: number;
  };
  /** Probability of the first target with metric `sop`; null where there is none. */
  readonly chance: { readonly targetName: string; readonly probability: number } | null;
  readonly output2030: { readonly p10: number; readonly p50: number; readonly p90: number } | null;
  readonly share2030: { readonly p10: number; readonly p50: number; readonly p90: number } | null;
  readonly peakFunding: { readonly p10: number; readonly p50: number; readonly p90: number };
  /** Label of the main bottleneck (a material by its name). */
  readonly bottleneck: string | null;
  /**
   * For the thumbnail: mean share by technology (`own` first) at up to 24 months, `shares[technology][point]`; the
   * colour where the document gives a technology its own.
   */
  readonly stack: {
    readonly technologies: readonly string[];
    readonly colours: readonly (string | null)[];
    readonly shares: readonly (readonly number[])[];
  };
  readonly runId: string;
}

export interface ScenarioRow {
  readonly id: string;
  readonly name: string;
  /** The first paragraph. */
  readonly description: string;
  readonly currency: string;
  readonly archived: boolean;
  readonly unsaved: boolean;
  readonly editedAt: string;
  readonly editedBy: string;
  readonly headline: Headline | null;
  /** The figures are of an older state, or not there yet, and being computed. */
  readonly headlinePending: boolean;
}

export interface RevisionRow {
  readonly id: string;
  readonly number: number;
  readonly message: string;
  readonly author: string;
  readonly at: string;
  readonly contentHash: string;
  readonly engineVersion: string;
}

/** What the workbench opens with. */
export interface OpenScenario {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly role: Role;
  readonly mayEdit: boolean;
  readonly draft: {
    readonly document: ScenarioDocument;
    /** Grows by one with each save; a save names the one it began from. */
    readonly version: number;
    readonly savedAt: string;
    readonly savedBy: string;
  };
  readonly revisions: readonly RevisionRow[];
  readonly userName: string;
}

export type SaveDraftResult =
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: string }
  /** Somebody saved meanwhile: nothing was overwritten; their state comes along. */
  | {
      readonly kind: 'stale';
      readonly theirs: {
        readonly document: ScenarioDocument;
        readonly version: number;
        readonly savedBy: string;
        readonly savedAt: string;
      };
    }
  | { readonly kind: 'refused'; readonly errors: readonly DocumentError[] }
  | { readonly kind: 'failed'; readonly message: string };

export type NameRevisionResult =
  | { readonly kind: 'named'; readonly revision: RevisionRow }
  | Exclude<SaveDraftResult, { kind: 'saved' }>;
