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

/** What every dialog has: a way out with a name, and a head which is not taken for that of the page. */
const DIALOG = {
  closeButtonProps: { "aria-label": "Close" },
  attributes: { header: { role: "presentation" } },
};

export const theme = createTheme({
  primaryColor: "indigo",
  primaryShade: 7,
  autoContrast: true,
  respectReducedMotion: true,
  fontFamily: "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  defaultRadius: "sm",
  cursorType: "pointer",
  components: {
    Badge: Badge.extend({ defaultProps: { variant: "light", size: "sm", tt: "none" } }),
    Button: Button.extend({ defaultProps: { size: "xs" } }),
    Drawer: { defaultProps: DIALOG },
    // Where one is open over another, each would be the page's banner.
    DrawerHeader: { defaultProps: { role: "none" } },
    ModalHeader: { defaultProps: { role: "none" } },
    Modal: Modal.extend({ defaultProps: { centered: true, ...DIALOG } }),
    NumberInput: { defaultProps: { size: "sm" } }, // by name: the first page has none, and need not load it
    Select: Select.extend({ defaultProps: { size: "sm" } }),
    TextInput: TextInput.extend({ defaultProps: { size: "sm" } }),
    Textarea: Textarea.extend({ defaultProps: { size: "sm", autosize: true, minRows: 2 } }),
  },
});

/** Some of Mantine's colours are too pale for WCAG's 4.5 : 1 on its own backgrounds, or below white letters. */
export const variables: CSSVariablesResolver = () => ({
  variables: { "--mantine-font-size-md": "14px" },
  light: {
    "--mantine-color-dimmed": "#5c636a",
    "--mantine-color-placeholder": "#6c737a",
    "--mantine-color-error": "#c92a2a",
    "--mantine-color-teal-light-color": "#066649",
    "--mantine-color-yellow-light-color": "#8a5300",
    "--mantine-color-red-outline": "#c92a2a",
    "--mantine-color-red-filled": "#c92a2a",
    "--mantine-color-red-filled-hover": "#b02525",
    "--cam-line": "#e6e8eb",
    "--cam-calm": "#f7f8f9",
  },
  dark: {
    "--mantine-color-dimmed": "#a6adb4",
    "--mantine-color-placeholder": "#9aa1a8",
    "--mantine-color-error": "#ff8787",
    "--mantine-color-red-outline": "#ff8787",
    "--mantine-color-red-filled": "#c92a2a",
    "--mantine-color-red-filled-hover": "#b02525",
    "--cam-line": "#33373c",
    "--cam-calm": "#202327",
  },
});
