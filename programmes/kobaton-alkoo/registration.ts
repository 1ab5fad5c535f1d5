import type { RegistrationSettings } from "../../domain/registration/registration.ts";

/** What the desk does in the app vendor's tool (R19, R26). Steps and items are ours until the vendor's manual is supplied. */
export const registration: RegistrationSettings = {
  identitySteps: [
    { code: "name", name: "氏名とフリガナ" },
    { code: "birth-date", name: "生年月日" },
    { code: "registered-contact", name: "登録の電話番号またはメールアドレス" },
  ],
  items: [
    { code: "account", name: "登録状況" },
    { code: "steps", name: "歩数・ポイント" },
    { code: "name", name: "氏名" },
    { code: "address", name: "住所" },
    { code: "contact", name: "電話番号・メールアドレス" },
    { code: "organisation", name: "所属団体（市町村・保険組合等）" },
    { code: "whole-account", name: "登録全体（退会）" },
  ],
};
