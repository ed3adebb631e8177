'use client';

import { fieldHelp } from '@/lib/method/field-help';
import { HelpTerm } from '../../ui/help-term';

/** The label of an input with its sentence, a step from its paragraph of the method; plain where it counts for nothing. */
export function FieldLabel({ place, label }: { readonly place: string; readonly label: string }) {
  const help = fieldHelp(place);
  if (!help) return label;
  return (
    <HelpTerm sentence={help.sentence} anchor={help.anchor}>
      {label}
    </HelpTerm>
  );
}
