import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { colourVariables, darkColours, lightColours, textSizes } from './tokens';

const accent: MantineColorsTuple = [
  '#eef4fe',
  '#dde8fb',
  '#b9d1f7',
  '#92b8f3',
  '#6ba4f8',
  '#4383e6',
  '#1f5fc8',
  '#1a54b4',
  '#15458f',
  '#10366f',
];

const gray: MantineColorsTuple = [
  lightColours.surface,
  lightColours.sunken,
  '#e6e9ee',
  lightColours.border,
  '#c5ccd5',
  '#a3adb9',
  lightColours.borderStrong,
  lightColours.muted,
  '#333b45',
  lightColours.text,
];

const dark: MantineColorsTuple = [
  darkColours.text,
  '#c3cbd5',
  darkColours.muted,
  darkColours.borderStrong,
  darkColours.border,
  darkColours.hover,
  darkColours.surface,
  darkColours.page,
  darkColours.sunken,
  '#070a0d',
];

const px = (size: number) => `${size / 16}rem`;
const heading = (size: number) => ({ fontSize: px(size), fontWeight: '600', lineHeight: '1.3' });

/** Text on the accent differs by scheme, which Mantine's own choice, made once for both, does not know. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const onAccent = input.variant === 'filled' && (!input.color || input.color === input.theme.primaryColor);
  return onAccent ? { ...colours, color: 'var(--r-on-accent)' } : colours;
};

/** Dense defaults: 28 px controls, borders before shadows, two weights. */
export const theme = createTheme({
  fontFamily: "'IBM Plex Sans', system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  variantColorResolver,
  autoContrast: true,
  luminanceThreshold: 0.35,
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  colors: { accent, gray, dark },
  white: '#ffffff',
  black: lightColours.text,
  cursorType: 'pointer',
  respectReducedMotion: true,
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  fontSizes: {
    xs: px(textSizes.xs),
    sm: px(textSizes.sm),
    md: px(textSizes.md),
    lg: px(textSizes.lg),
    xl: px(textSizes.xl),
  },
  fontWeights: { medium: '600', bold: '600' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: heading(textSizes.xl),
      h2: heading(textSizes.lg),
      h3: heading(textSizes.md),
      h4: heading(textSizes.sm),
      h5: heading(textSizes.sm),
      h6: heading(textSizes.xs),
    },
  },
  components: {
    Button: { defaultProps: { size: 'xs', fw: 600 } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 28, color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Tooltip: {
      defaultProps: { openDelay: 250, multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } },
    },
    Modal: { defaultProps: { shadow: 'none', centered: true }, styles: { title: { fontWeight: 600 } } },
    // Mantine makes these two steps smaller than their field; nothing here is below 12 px.
    InputWrapper: { styles: { description: { fontSize: px(textSizes.xs) }, error: { fontSize: px(textSizes.xs) } } },
    Radio: { styles: { description: { fontSize: px(textSizes.xs) } } },
    Menu: { defaultProps: { shadow: 'none', withinPortal: true } },
    Popover: { defaultProps: { shadow: 'none', withinPortal: true } },
  },
});

/** The page's own variables beside Mantine's, for both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...colourVariables(lightColours),
    '--mantine-color-body': lightColours.page,
    '--mantine-color-dimmed': lightColours.muted,
    '--mantine-color-placeholder': lightColours.muted,
    '--mantine-color-anchor': lightColours.accentText,
    '--mantine-color-error': lightColours.bad,
  },
  dark: {
    ...colourVariables(darkColours),
    '--mantine-color-body': darkColours.page,
    '--mantine-color-dimmed': darkColours.muted,
    '--mantine-color-placeholder': darkColours.muted,
    '--mantine-color-anchor': darkColours.accentText,
    '--mantine-color-error': darkColours.bad,
  },
});
