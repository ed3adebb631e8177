/** Changes whenever a published number moves; the changelog says which, why, and the old and the new value. */
export const ENGINE_VERSION = '1.2.0';
