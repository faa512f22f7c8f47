import { outcomeNames } from '#modules/mark-checks'
import { goodsSeenOn, type MarkedGoods, markedGoods } from '../../database/demo/index.ts'
import type { MarkedGoodsList } from '../office/contract.ts'

/** What the inspector is to say beside the mark, in words; null where it is the mark and the maker alone. */
function conditionOf({ role, printedOn, permission }: MarkedGoods): string | null {
  if (role === 'seller') return '检查对象选“销售者”'
  if (printedOn === 'material') return '标注位置选“说明书等材料”'
  if (permission === 'none') return '生产者不能提供许可证明'
  return permission === 'disputed' ? '双方对许可有争议' : null
}

/** 演示用专利标识: ten marks to type in, where the demonstration lives; null in a real office. */
export function markedGoodsOf(clock: { readonly demonstration: boolean }): MarkedGoodsList | null {
  if (!clock.demonstration) return null
  return {
    seenOn: goodsSeenOn,
    rows: markedGoods.map((one) => ({
      goods: one.goods,
      text: one.text,
      madeOn: one.madeOn,
      maker: one.maker,
      condition: conditionOf(one),
      answer: outcomeNames[one.outcome],
      because: one.because,
    })),
  }
}
