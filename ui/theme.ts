import type { ThemeConfig } from 'antd'

const fonts = `'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`

/**
 * The look: white paper, ink text, one blue. These colours pass WCAG AA; a darker success or error colour needs its
 * own background beside it, else antd derives a grey one of too little contrast. Tags use success, error, warning and
 * processing only: the named presets do not pass.
 */
export function themeOf(elder: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: '#0b57c2',
      colorLink: '#0b57c2',
      colorInfo: '#0b57c2',
      colorInfoBg: '#e6f0fb',
      colorSuccess: '#1a6b1e',
      colorSuccessBg: '#e8f5e9',
      colorError: '#b3261e',
      colorErrorBg: '#fdecea',
      colorWarning: '#7a4f00',
      colorWarningBg: '#fff4dc',
      colorText: '#1c2024',
      colorTextSecondary: '#43484e',
      colorTextDescription: '#5c5c5c',
      colorTextPlaceholder: '#6b6b6b',
      colorBorder: '#b4b9c0',
      borderRadius: 4,
      fontFamily: fonts,
      fontSize: elder ? 20 : 14,
      controlHeight: elder ? 48 : 32,
      lineHeight: 1.6,
      motion: false,
    },
  }
}
