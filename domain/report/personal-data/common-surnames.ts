/**
 * Surnames that are never counted as words: the most frequent ones in Japan, from general knowledge, without those that are
 * words of everyday language too. It need not be complete: decision 0016 says what else keeps names out.
 */
export const commonSurnames: ReadonlySet<string> = new Set(
  (
    "佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 齊藤 " +
    "清水 山崎 山﨑 阿部 池田 橋本 山下 石川 中島 中嶋 前田 藤田 後藤 小川 岡田 村上 長谷川 近藤 石井 坂本 遠藤 藤井 青木 福田 " +
    "三浦 西村 藤原 太田 松田 原田 岡本 中野 中川 小野 田村 竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 工藤 横山 宮崎 宮﨑 " +
    "宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 桜井 野口 " +
    "松尾 野村 木下 菊地 菊池 佐野 大西 杉本 新井 浜田 市川 古川 水野 小松 島田 小山 山内 西田 吉川 五十嵐 川口 川崎 関根 飯田 " +
    "矢野 本田 安田 中田 辻 川村 富田 久保田 荒井 福島 田口 黒田 星野 大久保 馬場 松岡 樋口 内藤 岩田 永井 中西 篠原 秋山 田島 " +
    "須藤 河野 服部 吉村 大島 熊谷 望月 片山 早川 岡崎 荒木 松村 北村 石原 平田 小沢 小澤 堀内 白石 須田 新島 福井 本間 根岸"
  ).split(" "),
);
