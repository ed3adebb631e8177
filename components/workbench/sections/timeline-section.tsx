'use client';

import { TimelineTable } from './timeline-table';

export function TimelineSection() {
  return <TimelineTable />;
}
