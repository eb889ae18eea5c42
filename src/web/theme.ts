import {
  type CSSVariablesResolver,
  createTheme,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from "@mantine/core";

/** The one accent colour: lake water on an overcast day. Shade 6 carries white text (5.6 : 1). */
const lake: MantineColorsTuple = [
  "#eff7fa",
  "#dcedf3",
  "#b9dbe6",
  "#8ec4d5",
  "#5fa9bf",
  "#348ba6",
  "#1a6f8b",
  "#155a72",
  "#124a5e",
  "#0f3c4d",
];

const gray: MantineColorsTuple = [
  "#f8f9fa",
  "#f1f3f5",
  "#e7eaed",
  "#dadee3",
  "#bcc3ca",
  "#8f98a3",
  "#626c77",
  "#48515b",
  "#2d343b",
  "#191e23",
];

const dark: MantineColorsTuple = [
  "#d9dee3",
  "#b3bbc4",
  "#939da8",
  "#5b6570",
  "#343b43",
  "#282e35",
  "#1e2329",
  "#16191d",
  "#111417",
  "#0c0e10",
];

/** Spacing, type and controls of the whole program. Sizes are dense: people look at lists all day. */
export const theme = createTheme({
  primaryColor: "lake",
  primaryShade: { light: 6, dark: 6 },
  colors: { lake, gray, dark },
  black: "#191e23",
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "19px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "1.3" },
      h2: { fontSize: "16px", lineHeight: "1.4" },
      h3: { fontSize: "14px", lineHeight: "1.45" },
      h4: { fontSize: "13px", lineHeight: "1.45" },
    },
  },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "16px" },
  defaultRadius: "md",
  shadows: {
    xs: "0 1px 2px rgb(15 23 32 / 6%)",
    sm: "0 1px 3px rgb(15 23 32 / 8%), 0 2px 8px rgb(15 23 32 / 4%)",
    md: "0 4px 16px rgb(15 23 32 / 12%)",
    lg: "0 8px 28px rgb(15 23 32 / 16%)",
    xl: "0 16px 48px rgb(15 23 32 / 22%)",
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    // Fields of a form are 32 px high, those of a toolbar 30.
    Input: {
      vars: (_: unknown, props: { size?: string }) => ({
        wrapper: props.size === "sm" ? { "--input-height": "32px", "--input-padding-y": "5px" } : {},
      }),
    },
    Button: { defaultProps: { size: "xs" } },
    ActionIcon: { defaultProps: { size: "md", variant: "subtle", color: "gray" } },
    TextInput: { defaultProps: { size: "sm" } },
    Textarea: { defaultProps: { size: "sm" } },
    NumberInput: { defaultProps: { size: "sm" } },
    PasswordInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm" } },
    Checkbox: { defaultProps: { size: "xs" } },
    Switch: { defaultProps: { size: "sm" } },
    Menu: { defaultProps: { shadow: "md", position: "bottom-end", transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { shadow: "md", transitionProps: { duration: 80 } } },
    Combobox: { defaultProps: { shadow: "md", transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 120 },
        radius: "lg",
        centered: true,
        overlayProps: { backgroundOpacity: 0.32 },
      },
    },
  },
});

/** Colours with a meaning. Every pair of text and ground holds 4.5 : 1 in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-error": "#b3262d",
    "--mantine-color-placeholder": "#6b7580",
    "--mantine-color-dimmed": "#626c77",
    "--mantine-color-anchor": "#155a72",
    "--mantine-color-default-border": "#d5dae0",
    "--rp-surface": "#ffffff",
    "--rp-surface-quiet": "#f7f8f9",
    "--rp-surface-hover": "#f1f4f6",
    "--rp-surface-selected": "#e6f2f6",
    "--rp-line": "#e7eaed",
    "--rp-line-strong": "#d5dae0",
    "--rp-accent": "#1a6f8b",
    "--rp-neutral-text": "#48515b",
    "--rp-neutral-ground": "#eef0f3",
    "--rp-info-text": "#14566d",
    "--rp-info-ground": "#e2f0f6",
    "--rp-success-text": "#1d6437",
    "--rp-success-ground": "#e2f3e7",
    "--rp-warning-text": "#774700",
    "--rp-warning-ground": "#fcefd3",
    "--rp-danger-text": "#9d1f27",
    "--rp-danger-ground": "#fce8e8",
  },
  dark: {
    "--mantine-color-error": "#ff8f92",
    "--mantine-color-placeholder": "#8b95a0",
    "--mantine-color-dimmed": "#98a2ad",
    "--mantine-color-anchor": "#8ec4d5",
    "--mantine-color-default-border": "#343b43",
    "--rp-surface": "#16191d",
    "--rp-surface-quiet": "#111417",
    "--rp-surface-hover": "#1e2329",
    "--rp-surface-selected": "#17303a",
    "--rp-line": "#262b31",
    "--rp-line-strong": "#343b43",
    "--rp-accent": "#5fa9bf",
    "--rp-neutral-text": "#bac2ca",
    "--rp-neutral-ground": "#282e35",
    "--rp-info-text": "#93cfe6",
    "--rp-info-ground": "#12313e",
    "--rp-success-text": "#86d9a5",
    "--rp-success-ground": "#163322",
    "--rp-warning-text": "#f2c678",
    "--rp-warning-ground": "#372b11",
    "--rp-danger-text": "#f8a9ab",
    "--rp-danger-ground": "#401d20",
  },
});

/** The theme chosen in this browser; `color-scheme.js` reads the same key before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: "rapport.theme" });
