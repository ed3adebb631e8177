import { expect, test } from 'vitest';
import { contentDisposition } from './route-answers';

test('a hostile name can neither end the header nor leave the folder', () => {
  const header = contentDisposition({ name: '../a"\r\nset-cookie: x=1\u202e\\b', extension: 'json' });
  expect(header).not.toMatch(/[\r\n\u202e\\/]/);
  expect(header.match(/"/g)).toHaveLength(2);
});

test('letters beyond ASCII survive in the encoded name', () => {
  // RFC 5987, section 3.2.2: UTF-8, per cent encoded.
  expect(contentDisposition({ name: '基准 (2)', extension: 'json' })).toBe(
    'attachment; filename="(2).json"; filename*=UTF-8\'\'%E5%9F%BA%E5%87%86%20%282%29.json',
  );
  expect(contentDisposition({ name: '基准', extension: 'pdf' })).toContain('filename="scenario.pdf"');
});
