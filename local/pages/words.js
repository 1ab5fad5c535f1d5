// @ts-check
/** Figures and times in words. Instants come as `2024-07-16T10:00:00+09:00`, always in Japan's time. */

const moments = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  year: "numeric",
  month: "long",
  day: "numeric",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** `2024年7月16日（火）10:00`. @param {string} instant */
export function moment(instant) {
  return moments.format(new Date(instant)).replace(/\((.)\) ?/, "（$1）");
}

/** The value of a field for a local time. @param {string} instant */
export function minuteField(instant) {
  return instant.slice(0, 16);
}

/** `1分20秒`. @param {number} seconds */
export function duration(seconds) {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes > 0 ? `${minutes}分${whole % 60}秒` : `${whole}秒`;
}

/** @param {number} amount */
export function yen(amount) {
  return `${amount.toLocaleString("ja-JP")}円`;
}

/** 0 to 1, with one decimal; a dash where there is nothing to divide by. @param {number | null} rate */
export function percent(rate) {
  return rate === null ? "—" : `${(rate * 100).toFixed(1)}％`;
}
