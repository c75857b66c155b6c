/** Dense and calm: 14 px text, 32 px rows, one accent; colour only where it means something. */
import {
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Modal,
  Select,
  Textarea,
  TextInput,
} from "@mantine/core";

export const theme = createTheme({
  primaryColor: "indigo",
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  fontFamily: "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  defaultRadius: "sm",
  cursorType: "pointer",
  components: {
    Badge: Badge.extend({ defaultProps: { variant: "light", size: "sm", tt: "none" } }),
    Button: Button.extend({ defaultProps: { size: "xs" } }),
    Modal: Modal.extend({ defaultProps: { centered: true } }),
    NumberInput: { defaultProps: { size: "sm" } }, // by name: the first page has none, and need not load it
    Select: Select.extend({ defaultProps: { size: "sm" } }),
    TextInput: TextInput.extend({ defaultProps: { size: "sm" } }),
    Textarea: Textarea.extend({ defaultProps: { size: "sm", autosize: true, minRows: 2 } }),
  },
});

/** Mantine's dimmed text is too pale for WCAG's 4.5 : 1 on its own backgrounds. */
export const variables: CSSVariablesResolver = () => ({
  variables: { "--mantine-font-size-md": "14px" },
  light: {
    "--mantine-color-dimmed": "#5c636a",
    "--mantine-color-placeholder": "#6c737a",
    "--cam-line": "#e6e8eb",
    "--cam-calm": "#f7f8f9",
  },
  dark: {
    "--mantine-color-dimmed": "#a6adb4",
    "--mantine-color-placeholder": "#9aa1a8",
    "--cam-line": "#33373c",
    "--cam-calm": "#202327",
  },
});
