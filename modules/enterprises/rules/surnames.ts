/** Surnames met in Chinese names, the common ones of the country and those of 临夏's peoples (马, 妥, 撒, 喇, 祁, 拜 …). */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
  '常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费' +
  '卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索' +
  '妥撒喇拜锁哈虎把绽赛陕唐汪阎赫洪拉铁者沐闪答摆羽丑改敏虎撖牙阿买冶尕赫木益扈庆党蓉候仙付尔宛邸'

const double =
  '欧阳|上官|司马|诸葛|东方|独孤|慕容|令狐|皇甫|尉迟|长孙|宇文|司徒|司空|端木|公孙|夏侯|轩辕|闻人|东郭|南宫|拓跋|赫连|呼延|西门|百里|申屠|澹台|万俟|钟离'

const atStart = new RegExp(`^(?:${double}|[${single}])`, 'u')

/** The surname that a Chinese name begins with, null where it is none that is known. */
export function surnameOf(name: string): string | null {
  return atStart.exec(name)?.[0] ?? null
}
