import { list } from './blocks';
import { inputSections } from './input-sections';
import { marketSections } from './market-sections';
import type { MethodChapter, MethodSection } from './method-types';
import { MISREADINGS } from './misreadings';
import { moneySections } from './money-sections';
import { readingSections } from './reading-sections';
import { resultSections } from './result-sections';
import { scaleUpSections } from './scale-up-sections';
import { timelineSections } from './timeline-sections';

const misreadings: MethodSection = {
  id: 'misreadings',
  title: 'How charts are misread',
  blocks: [
    list(
      ...Object.values(MISREADINGS).map(
        ({ chart, misread, instead }) => `**${chart}.** Misread as: “${misread}” ${instead}`,
      ),
    ),
  ],
};

/** The method in full, in order of reading: what the page shows and the README of the engine repeats. */
export const METHOD: readonly MethodChapter[] = [
  { title: 'Inputs and futures', sections: inputSections },
  { title: 'Timeline', sections: timelineSections },
  { title: 'Scale-up', sections: scaleUpSections },
  { title: 'Market', sections: marketSections },
  { title: 'Money', sections: moneySections },
  { title: 'Results', sections: resultSections },
  { title: 'Reading it', sections: [misreadings, ...readingSections] },
];

/** One sentence on what the model is. */
export const METHOD_LEAD =
  'Rampline follows one programme month by month: tasks and gates decide when lines are ready, money whether they are built, material and yield what they make, buyers what they sell. It does so in thousands of futures, each with its own draw of every uncertain input, and reads dates, output, share and money from them all.';
