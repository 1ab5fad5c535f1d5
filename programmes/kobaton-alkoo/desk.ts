/** The names, the number and the hours that both the settings and the phrases of this programme state. */
export const programmeName = "コバトンALKOOマイレージ";
export const deskName = "コバトンALKOOマイレージ コールセンター";

/** As the prefecture prints it (R69). */
export const publishedNumber = "0570-015566";

/** 9:00 to 17:00 (R23), minutes of the day in Japan; the closing minute is not included. */
export const opensAtMinute = 540;
export const closesAtMinute = 1020;
