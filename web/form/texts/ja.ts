import type { FormTexts } from "./form-texts.ts";

/** 日本語 */
export const ja: FormTexts = {
  lang: "ja",
  skip: "本文へ移動",
  languages: "言語",
  required: "※必須",
  optional: "※任意",
  problemTitle: "入力の確認が必要です：",
  form: {
    heading: "お問い合わせフォーム",
    intro: [
      "{programme}についてのご質問・ご意見をお送りください。",
      "{days}営業日以内にお答えします。記入にかかる時間は3分ほどです。",
    ],
    inquiry: "お問い合わせ",
    category: { label: "お問い合わせの種類" },
    chooseCategory: "選択してください",
    content: {
      label: "お問い合わせ内容",
      hint: "住所や電話番号など、あなたが誰か分かることは、この欄には書かないでください。",
    },
    counter: "あと{count}文字",
    over: "{count}文字多いです",
    pictures: {
      label: "画像",
      hint: "画面の写しや写真を{pictureLimit}枚まで送れます。JPEGかPNGで、合わせて{megabytes}MBまでです。",
    },
    picturesMadeSmaller:
      "画面の写しや写真を{pictureLimit}枚まで送れます。大きな画像は小さくしてから送り、撮影場所の情報は消します。",
    picturesKept: "次の画像をお預かりしています。選び直すと入れ替わります。",
    dropPictures: "お預かりした画像を送らない",
    remove: "取り消す",
    removePicture: "取り消す：{name}",
    preparingPictures: "画像を準備しています。",
    reply: "お返事",
    replyBy: { label: "お返事の方法" },
    ways: { mail: "メールで受け取る", telephone: "電話で受け取る", none: "お返事は不要" },
    requiredFor: { mail: "※メールで受け取る方は必須", telephone: "※電話で受け取る方は必須" },
    optionalFor: { telephone: "※電話で受け取る方、任意", both: "※任意" },
    mail: { label: "メールアドレス", hint: "例：namae@example.jp" },
    telephone: { label: "電話番号", hint: "例：090-1234-5678" },
    reachable: { label: "連絡のつく時間", hint: "受付時間の中でお電話します。例：平日の午前中" },
    name: { label: "お名前", hint: "お返事でお呼びする名前です。本名でなくてもかまいません。" },
    about: {
      label: "あなたについて",
      hint: "どのような方からのお問い合わせが多いかを知るためにお尋ねします。お答えがなくても送信できます。",
    },
    choices: {
      relation: "お問い合わせされる方",
      municipality: "お住まいの市町村",
      ageBand: "年代",
      device: "お使いのスマートフォン",
    },
    notChosen: "選択しない",
    privacy: "個人情報の取扱い",
    purpose: "ご記入の内容は、このお問い合わせにお答えするためと、問い合わせの傾向を知るために使います。",
    privacyMore: "個人情報の取扱いを詳しく読む",
    privacyText: [
      "お名前、メールアドレス、電話番号、画像は、お答えするためだけに使います。集計や報告には含めません。",
      "お答えに必要なときは、事業を行う自治体とアプリの運営者に、お問い合わせの内容を照会します。お名前や連絡先は伝えません。ほかの誰にも渡しません。",
      "情報は日本国内で保管し、事業の引継ぎが済んで要らなくなったら消去します。",
      "ご自分の情報の確認、訂正、削除は、下の電話番号にお申し出ください。",
      "このフォームはクッキーを使いません。外部の会社の仕組みも読み込みません。",
    ],
    consent: "個人情報の取扱いに同意します",
    trap: "この欄は空のままにしてください",
    submit: "内容を確認する",
  },
  problems: {
    heading: "{count}か所をご確認ください",
    each: {
      "category-missing": "お問い合わせの種類をお選びください。",
      "category-unknown": "お問い合わせの種類を一覧からお選びください。",
      "content-missing": "お問い合わせ内容をご記入ください。",
      "content-too-long": "お問い合わせ内容は{limit}文字以内でご記入ください。",
      "reply-missing": "お返事の方法をお選びください。",
      "mail-missing": "メールアドレスをご記入ください。",
      "mail-malformed": "メールアドレスの形が正しくありません。例：namae@example.jp",
      "telephone-missing": "電話番号をご記入ください。",
      "telephone-malformed": "電話番号は、0から始まる10桁か11桁でご記入ください。例：090-1234-5678",
      "reachable-too-long": "連絡のつく時間は{limit}文字以内でご記入ください。",
      "name-too-long": "お名前は{limit}文字以内でご記入ください。",
      "choice-unknown": "一覧からお選びください。",
      "consent-missing": "個人情報の取扱いに同意のうえ、お進みください。",
      "pictures-too-many": "画像は{limit}枚までです。枚数を減らしてください。",
      "pictures-wrong-type": "この画像は送れません。JPEGかPNGの画像をお選びください。",
      "pictures-too-large":
        "画像は合わせて{megabytes}MBまでです。枚数を減らすか、小さな画像をお選びください。",
    },
  },
  check: {
    heading: "内容の確認",
    intro: "まだ送信されていません。内容をお確かめのうえ、「送信する」を押してください。",
    nothing: "記入なし",
    pictures: "画像",
    consent: "同意します",
    send: "送信する",
    edit: "修正する",
    sending: "送信しています…",
    sendingPatience: "送信しています。そのままお待ちください。",
    notSent: "まだ送信できていません。",
    network:
      "通信がうまくいきませんでした。ご記入の内容は残っています。しばらくしてから、もう一度「送信する」を押してください。",
  },
  receipt: {
    heading: "お問い合わせを受け付けました",
    number: "受付番号",
    next: "これからの流れ",
    answer: {
      mail: [
        "確認のメールをお送りします。届かないときは、迷惑メールの中もご確認ください。",
        "{day}までに、メールでお答えします。",
      ],
      telephone: ["{day}までに、お電話します。", "お出にならないときは、時間をおいてもう一度おかけします。"],
      none: ["お返事はいたしませんが、必ず読みます。ありがとうございました。"],
    },
    withoutDay: {
      mail: [
        "確認のメールをお送りします。届かないときは、迷惑メールの中もご確認ください。",
        "メールでお答えします。",
      ],
      telephone: ["お電話します。お出にならないときは、時間をおいてもう一度おかけします。"],
      none: ["お返事はいたしませんが、必ず読みます。ありがとうございました。"],
    },
    keep: "お問い合わせの状況を調べるときや、お電話のときに要ります。お控えください。",
    toStatus: "お問い合わせの状況を調べる",
    another: "別のお問い合わせを送る",
  },
  status: {
    heading: "お問い合わせの状況",
    intro: "受付番号と、フォームに書いた連絡先で調べます。",
    receiptNumber: { label: "受付番号", hint: "12桁の数字です。例：4198-4829-1374" },
    contact: {
      label: "メールアドレスか電話番号",
      hint: "お問い合わせのときに書いたものをご記入ください。",
    },
    submit: "状況を調べる",
    result: "調べた結果",
    received: "受付日",
    due: "お答えの予定",
    state: "状況",
    states: {
      received: { name: "受付", meaning: "お問い合わせが届いています。担当者がこれから読みます。" },
      "in-progress": { name: "対応中", meaning: "担当者がお答えを用意しています。" },
      referred: { name: "照会中", meaning: "お答えのために、担当者が関係先に確かめています。" },
      "awaiting-callback": { name: "お電話の予定", meaning: "担当者がお電話します。" },
      closed: { name: "完了", meaning: "お答えしました。" },
    },
    problems: {
      "number-malformed": "受付番号は12桁の数字です。お手元の番号をもう一度ご確認ください。",
      "contact-missing": "メールアドレスか電話番号をご記入ください。",
      "not-found":
        "見つかりませんでした。受付番号と連絡先をもう一度ご確認ください。お返事は不要とされたお問い合わせは、ここでは調べられません。",
      "too-many":
        "続けて何度も調べたため、しばらく調べられません。15分ほどしてから、もう一度お試しください。",
      fault: "ただいま調べられません。しばらくしてから、もう一度お試しください。",
    },
  },
  notices: {
    expired:
      "ページを開いてから時間がたちました。ご記入の内容は残っています。もう一度押して、お進みください。",
    fault: "まだ送信できていません。ご記入の内容は残っています。少し待ってから、もう一度お送りください。",
  },
  faults: {
    "too-large": {
      heading: "送れる大きさを超えています",
      body: [
        "まだ送信できていません。画像は合わせて{megabytes}MBまで、お問い合わせ内容は{contentLimit}文字までです。",
        "ブラウザの「戻る」を押すと、ご記入の内容に戻れます。",
      ],
    },
    unreadable: {
      heading: "内容を読み取れませんでした",
      body: [
        "まだ送信できていません。ブラウザの「戻る」を押すと、ご記入の内容に戻れます。もう一度お送りください。",
      ],
    },
    bot: {
      heading: "もう一度押してください",
      body: [
        "まだ送信できていません。自動の送信を防ぐために、送信が早すぎると受け付けません。お手数ですが、もう一度お送りください。",
      ],
    },
    "too-many": {
      heading: "送信が続いています",
      body: [
        "まだ送信できていません。短い時間に多くの送信がありました。5分ほど待ってから、もう一度お送りください。",
      ],
    },
    fault: {
      heading: "受け付けられませんでした",
      body: [
        "まだ送信できていません。こちらの不具合です。申し訳ありません。",
        "少し待ってから、もう一度お送りください。お急ぎの方は、お電話ください。",
      ],
    },
    "not-found": {
      heading: "ページが見つかりません",
      body: ["お問い合わせフォームからお進みください。"],
    },
  },
  again: "もう一度送信する",
  back: "お問い合わせフォームへ",
  telephone: {
    heading: "お電話でのお問い合わせ",
    hours: "平日 {from}から{to}まで（土曜日、日曜日、祝日、12月29日から1月3日までを除く）",
    charge: "通話料がかかります。",
  },
};
