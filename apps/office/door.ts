/** The pages that stand before the frame; nobody is sent back to them. */
export const door = /^\/(sign-in|first-password)\b/
