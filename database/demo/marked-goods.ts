import { type PlainDate, plainDate } from '#kernel/time'

/** Goods as an inspector may meet them on the demonstration day, and what the mark check answers of them (演示用专利标识). */
export interface MarkedGoods {
  readonly goods: string
  /** The mark as it is printed. */
  readonly text: string
  readonly madeOn: PlainDate
  readonly maker: string
  /** Who is asked, where it is not the maker. */
  readonly role?: 'seller'
  /** Where the mark stands, where it is not on the goods. */
  readonly printedOn?: 'material'
  /** What the maker could show of the holder's permission, where he was asked. */
  readonly permission?: 'none' | 'disputed'
  readonly outcome:
    | 'ok'
    | 'irregular-mark'
    | 'J1a'
    | 'J1b'
    | 'J1c'
    | 'J2'
    | 'J3'
    | 'refer-to-infringement'
    | 'not-in-register'
    | 'needs-verification'
  /** What the demonstration's register knows that makes it so. */
  readonly because: string
}

/** All these goods were seen on this day. */
export const goodsSeenOn = plainDate('2020-08-20')

/**
 * Ten marks to type in, one for each answer that a mark and a register can give; forged certificates (J4) and other confusion (J5) are
 * what an officer finds, not what a number tells.
 */
export const markedGoods: readonly MarkedGoods[] = [
  {
    goods: '风干牛肉礼盒（演示）',
    text: '发明专利 专利号：ZL 2016 1 9900014.5',
    madeOn: plainDate('2020-06-01'),
    maker: '东乡演示达板食品有限公司',
    outcome: 'ok',
    because: '专利权有效，标注规范，生产者即专利权人。',
  },
  {
    goods: '仿古瓦当（演示）',
    text: '专利号：202039900022.7',
    madeOn: plainDate('2020-07-01'),
    maker: '临夏演示牡丹古建砖雕有限公司',
    outcome: 'irregular-mark',
    because: '专利权有效，但未标明专利类别，号码前没有“ZL”。',
  },
  {
    goods: '羊杂汤料（演示）',
    text: '国家发明专利 ZL201819900030.3',
    madeOn: plainDate('2020-03-10'),
    maker: '东乡演示锁南食品有限公司',
    outcome: 'J1a',
    because: '该申请仍在实质审查，尚未授予专利权。',
  },
  {
    goods: '啤特果醋（演示）',
    text: '发明专利 ZL 201419900006.1',
    madeOn: plainDate('2020-01-15'),
    maker: '临夏县演示韩集啤特果有限责任公司',
    outcome: 'J1b',
    because: '专利权于2016年4月29日因未缴年费终止，2017年5月30日公告，此后仍在标注。',
  },
  {
    goods: '雾化吸入器（演示）',
    text: '实用新型专利 专利号：ZL201829900126.5',
    madeOn: plainDate('2020-03-20'),
    maker: '临夏演示八坊医疗器械有限公司',
    outcome: 'needs-verification',
    because: '专利权于2019年7月2日终止，2020年7月3日才公告，产品生产于两者之间。',
  },
  {
    goods: '护理床（演示）',
    text: '发明专利 专利号 ZL201719900026.2',
    madeOn: plainDate('2020-05-10'),
    maker: '兰州演示仿制器械有限公司',
    permission: 'none',
    outcome: 'J1c',
    because: '专利权有效，但专利权人是临夏演示花儿中药饮片集团有限公司，生产者不能提供许可证明。',
  },
  {
    goods: '化学实验台（演示）',
    text: '发明专利 ZL201419900030.5',
    madeOn: plainDate('2020-04-01'),
    maker: '临夏演示红园文化用品有限责任公司',
    role: 'seller',
    outcome: 'J2',
    because: '专利权于2018年10月31日终止，2020年1月31日公告；被检查的是销售者。',
  },
  {
    goods: '面点成型机说明书（演示）',
    text: '本产品已获国家发明专利，专利号：ZL201819900037.5',
    madeOn: plainDate('2020-05-06'),
    maker: '临夏演示花儿清真食品厂',
    printedOn: 'material',
    outcome: 'J3',
    because: '说明书将尚未授权的申请称为专利。',
  },
  {
    goods: '外省产保温杯（演示）',
    text: '实用新型专利 ZL 2017 2 9988888.0',
    madeOn: plainDate('2020-02-01'),
    maker: '浙江演示杯业有限公司',
    outcome: 'not-in-register',
    because: '不是本州的专利，台账没有；校验位相符，列入待联网核查清单。',
  },
  {
    goods: '羊毛毯（演示）',
    text: '外观设计专利 专利号：ZL202039900032.0',
    madeOn: plainDate('2020-08-18'),
    maker: '广河演示三甲集贸易行',
    permission: 'disputed',
    outcome: 'refer-to-infringement',
    because: '专利权有效，生产者与专利权人对是否许可有争议，按侵权纠纷处理。',
  },
]
