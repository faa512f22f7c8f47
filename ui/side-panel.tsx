import { Drawer } from 'antd'
import type { ReactNode } from 'react'

/** A panel from the side, over the page it belongs to; on a phone it is the whole page. */
export function SidePanel({
  title,
  open,
  onClose,
  wide = false,
  children,
}: {
  title: string
  open: boolean
  onClose: () => void
  wide?: boolean
  children: ReactNode
}) {
  return (
    <Drawer title={title} open={open} onClose={onClose} size={wide ? 'min(960px, 100vw)' : 'min(560px, 100vw)'} destroyOnHidden>
      {children}
    </Drawer>
  )
}
