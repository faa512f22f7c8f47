/** A thing that is invented upon: Chinese, English, its class (IPC, for designs Locarno). */
export interface Thing {
  readonly zh: string
  readonly en: string
  readonly code: string
}

/** A trade of the prefecture (行业) with what its people invent. */
export interface Trade {
  /** For the abstract: 属于…技术领域. */
  readonly field: string
  /** What firms of the trade call themselves. */
  readonly names: readonly string[]
  /** Whether its farmers found co-operatives. */
  readonly farming: boolean
  /** Machines and devices: utility models, and inventions too. */
  readonly devices: readonly Thing[]
  /** Products of a method: inventions. */
  readonly methods: readonly Thing[]
  /** Designs; Locarno classes. */
  readonly designs: readonly Thing[]
}

const things = (lines: string): Thing[] =>
  lines
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => {
      const [zh, en, code] = line.split('|') as [string, string, string]
      return { zh, en, code }
    })

export const trades = {
  livestock: {
    field: '畜牧养殖',
    names: ['牧业', '牛羊养殖', '畜牧科技'],
    farming: true,
    devices: things(`
      牛羊饮水槽|cattle and sheep drinking trough|A01K 7/02
      羊舍刮粪装置|sheep house manure scraper|A01K 1/01
      牛舍通风装置|cattle house ventilator|A01K 1/00
      饲草粉碎机|forage shredder|A01F 29/00
      饲料搅拌机|feed mixer|A23N 17/00
      羔羊保温箱|lamb warming box|A01K 1/02
      牛羊保定架|cattle and sheep restraining frame|A61D 3/00
      剪羊毛装置|sheep shearing device|A01K 14/00
      圈舍消毒喷雾车|pen disinfection spray cart|A61L 2/22
      青贮饲料取料机|silage unloader|A01F 25/20
      羊只称重围栏|sheep weighing pen|G01G 17/08
      奶牛挤奶支架|milking stand|A01J 5/00`),
    methods: things(`
      肉羊育肥饲料|fattening feed for mutton sheep|A23K 10/30
      牛粪有机肥|organic fertilizer from cattle manure|C05F 3/00
      玉米秸秆青贮饲料|maize straw silage|A23K 10/12
      犊牛代乳粉|milk replacer for calves|A23K 10/30`),
    designs: things(`
      饲料袋|feed bag|09-05
      食槽|feeding trough|30-03`),
  },
  food: {
    field: '食品加工',
    names: ['清真食品', '食品', '餐饮管理'],
    farming: false,
    devices: things(`
      羊肉切片机|mutton slicer|B26D 1/06
      牛肉滚揉机|beef tumbler|A22C 9/00
      馓子炸制锅|sanzi frying pan|A47J 37/12
      面点成型机|pastry forming machine|A21C 11/00
      牛骨汤熬煮锅|beef bone soup cooker|A47J 27/00
      手抓羊肉蒸煮箱|steaming cabinet for mutton|A47J 27/04
      食品真空包装机|vacuum food packing machine|B65B 31/02
      肉类解冻装置|meat thawing device|A23B 4/07
      酿皮蒸箱|liangpi steaming cabinet|A47J 27/04
      牛羊杂碎清洗机|offal washing machine|A22C 17/16
      发面恒温箱|dough proofing box|A21C 13/00
      冷库货架|cold store rack|B65G 1/02`),
    methods: things(`
      手抓羊肉|hand-held mutton|A23L 13/10
      风干牛肉|air-dried beef|A23L 13/70
      羊杂汤料|lamb offal soup base|A23L 23/10
      油香面团|youxiang dough|A21D 13/00`),
    designs: things(`
      包装盒|packing box|09-03
      包装袋|packing bag|09-05
      食品罐|food can|09-03
      标贴|label|19-08`),
  },
  costume: {
    field: '纺织服装',
    names: ['刺绣', '民族服饰', '民族用品'],
    farming: false,
    devices: things(`
      刺绣绷架|embroidery frame|D05C 1/02
      绣线绕线装置|embroidery thread winder|B65H 54/02
      盖头定型架|headscarf shaping stand|D06F 59/00
      号帽熨烫模具|cap ironing mould|A42C 1/04
      布料裁剪台|cloth cutting table|D06H 7/00
      绣品展示架|embroidery display stand|A47F 7/00
      地毯织机|carpet loom|D03D 39/00
      羊毛梳理机|wool carding machine|D01G 15/00`),
    methods: things(`
      植物染绣线|plant-dyed embroidery thread|D06P 1/34
      羊毛毡|wool felt|D04H 1/00
      刺绣底布|embroidery base cloth|D06M 15/00`),
    designs: things(`
      围巾|scarf|02-05
      号帽|cap|02-03
      长袍|robe|02-02
      香包|sachet|03-01
      挂毯|wall hanging|06-11
      地毯|carpet|06-11`),
  },
  brick: {
    field: '建筑材料',
    names: ['砖雕', '古建砖雕', '建材', '水泥制品'],
    farming: false,
    devices: things(`
      砖雕固定台|brick carving bench|B44B 3/06
      砖坯切割机|brick blank cutter|B28B 11/14
      砖雕打磨除尘装置|dust remover for brick grinding|B24B 55/06
      空心砖模具|hollow brick mould|B28B 7/16
      混凝土搅拌机|concrete mixer|B28C 5/00
      砖窑余热回收装置|kiln waste heat recovery device|F27D 17/00
      外墙保温板|wall insulation board|E04B 1/76
      水泥输送装置|cement conveyor|B65G 33/14
      石材切割机|stone cutting machine|B28D 1/22
      装配式墙体|assembled wall|E04B 2/00`),
    methods: things(`
      仿古青砖|antique grey brick|C04B 33/00
      再生骨料混凝土|recycled aggregate concrete|C04B 28/00
      砖雕泥料|clay for brick carving|C04B 33/04`),
    designs: things(`
      砖雕影壁|carved brick screen wall|25-02
      瓦当|eaves tile|25-01
      砖雕摆件|brick carving ornament|11-02
      地砖|floor tile|25-01`),
  },
  farming: {
    field: '农业机械与种植',
    names: ['农机', '农业科技', '藜麦种植', '百合种植', '中药材种植'],
    farming: true,
    devices: things(`
      藜麦播种机|quinoa seeder|A01C 7/00
      百合挖掘机|lily bulb digger|A01D 13/00
      马铃薯收获机|potato harvester|A01D 17/10
      残膜回收机|mulch film collector|A01B 43/00
      玉米脱粒机|maize thresher|A01F 11/06
      双垄沟覆膜机|ridge and furrow mulching machine|A01G 13/00
      山地旋耕机|hillside rotary tiller|A01B 33/08
      果树修剪平台|orchard pruning platform|A01G 3/08
      喷灌装置|sprinkler irrigation device|A01G 25/02
      粮食烘干机|grain dryer|F26B 17/12
      油菜籽清选机|rapeseed cleaner|B07B 1/28
      温室卷帘机|greenhouse roller shutter|A01G 9/22`),
    methods: things(`
      藜麦|quinoa|A01G 22/25
      百合脱毒种苗|virus-free lily seedlings|A01H 4/00
      高原夏菜|highland summer vegetables|A01G 22/15
      羊肚菌|morel|A01G 18/00
      花椒苗木|prickly ash seedlings|A01G 17/00`),
    designs: things(`
      播种机|seeder|15-03
      喷雾器|sprayer|15-03
      种子包装袋|seed bag|09-05`),
  },
  fruit: {
    field: '果品饮料',
    names: ['啤特果', '果品', '饮品'],
    farming: true,
    devices: things(`
      啤特果榨汁机|pite pear juicer|A23N 1/02
      果品分级机|fruit grader|B07C 5/16
      果酱灌装机|jam filling machine|B65B 3/12
      果汁过滤装置|juice filter|B01D 29/00
      果渣压滤机|pomace press|B30B 9/14
      果品贮藏架|fruit storage rack|A01F 25/14
      核桃脱皮机|walnut peeler|A23N 5/08`),
    methods: things(`
      啤特果饮料|pite pear beverage|A23L 2/02
      啤特果醋|pite pear vinegar|C12J 1/04
      啤特果果脯|candied pite pear|A23G 3/48
      啤特果酒|pite pear wine|C12G 3/024
      花椒油|prickly ash oil|C11B 1/10`),
    designs: things(`
      饮料瓶|beverage bottle|09-01
      果品礼盒|fruit gift box|09-03`),
  },
  power: {
    field: '水电与机电设备',
    names: ['水电设备', '机电设备', '电力科技', '铁合金'],
    farming: false,
    devices: things(`
      水轮机导叶|turbine guide vane|F03B 3/18
      闸门启闭装置|sluice gate hoist|E02B 7/36
      拦污栅清理机|trash rack cleaner|E02B 5/08
      发电机冷却装置|generator cooler|H02K 9/19
      配电柜散热装置|switch cabinet cooler|H02B 1/56
      电缆支架|cable bracket|H02G 3/30
      变压器油枕|transformer oil conservator|H01F 27/14
      水位监测装置|water level monitor|G01F 23/30
      电解槽打壳装置|electrolytic cell crust breaker|C25C 3/14
      矿热炉除尘装置|submerged arc furnace dust remover|B01D 46/02
      起重机吊具|crane spreader|B66C 1/10
      管道清淤装置|pipe desilting device|B08B 9/049`),
    methods: things(`
      水轮发电机组振动监测|vibration monitoring of hydro units|G01M 15/00
      硅铁合金|ferrosilicon|C22C 33/04
      铝电解废渣|aluminium electrolysis slag|C22B 7/00`),
    designs: things(`
      配电柜|switch cabinet|13-03
      电缆桥架|cable tray|13-03
      阀门手柄|valve handle|08-06`),
  },
  leather: {
    field: '皮革加工',
    names: ['皮革', '皮毛制品'],
    farming: false,
    devices: things(`
      生皮脱毛机|hide dehairing machine|C14B 1/02
      羊皮拉伸架|sheepskin stretching frame|C14B 1/26
      皮革烘干室|leather drying chamber|C14B 1/58
      皮料裁断机|leather cutting press|C14B 5/00
      制革废水沉淀池|tannery waste water settling tank|C02F 1/52
      羊毛清洗机|wool washing machine|D01B 3/04`),
    methods: things(`
      羊皮鞣制剂|tanning agent for sheepskin|C14C 3/06
      羊毛脂|lanolin|C11B 11/00`),
    designs: things(`
      皮包|leather bag|03-01
      羊毛毯|wool blanket|06-13
      皮帽|leather hat|02-03`),
  },
  medicine: {
    field: '医药卫生',
    names: ['药业', '中药饮片', '医疗器械'],
    farming: false,
    devices: things(`
      中药材切片机|herb slicer|B26D 1/28
      药材烘干箱|herb drying box|F26B 9/06
      药材清洗机|herb washing machine|B08B 3/02
      输液支架|infusion stand|A61M 5/14
      护理床|nursing bed|A61G 7/00
      针灸支架|acupuncture stand|A61H 39/08
      雾化吸入器|nebulizer|A61M 11/00
      采血固定垫|blood sampling pad|A61B 5/15`),
    methods: things(`
      当归提取物|angelica extract|A61K 36/232
      黄芪饮片|astragalus slices|A61K 36/481
      大黄炮制品|processed rhubarb|A61K 36/708
      牛骨髓胶囊|beef marrow capsule|A23L 33/10`),
    designs: things(`
      药盒|medicine box|09-03
      护理床|nursing bed|24-02
      药瓶|medicine bottle|09-01`),
  },
  daily: {
    field: '教学与日用器具',
    names: ['文化用品', '环保设备', '太阳能'],
    farming: false,
    devices: things(`
      教学模型展示架|teaching model stand|G09B 25/02
      黑板清洁装置|blackboard cleaner|B43L 21/04
      化学实验台|laboratory bench|B01L 9/02
      采暖炉|heating stove|F24B 1/18
      太阳能热水器支架|solar water heater stand|F24S 25/00
      节能炕|energy-saving heated bed|F24D 15/02
      垃圾分类箱|waste sorting bin|B65F 1/00
      书架|bookshelf|A47B 63/00
      雨水收集装置|rain water collector|E03B 3/02
      门窗防风装置|door and window wind stop|E06B 7/22`),
    methods: things(`
      再生纸浆|recycled pulp|D21C 5/02
      生活污水|domestic sewage|C02F 3/30`),
    designs: things(`
      水壶|kettle|07-01
      采暖炉|heating stove|23-03
      教具|teaching aid|19-07
      盖碗|lidded bowl|07-01`),
  },
} as const satisfies Record<string, Trade>

export type TradeName = keyof typeof trades
