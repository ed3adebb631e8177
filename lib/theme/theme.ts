import { createTheme } from '@mantine/core';

export const theme = createTheme({
  fontFamily: "'IBM Plex Sans', system-ui, sans-serif",
  autoContrast: true,
});
