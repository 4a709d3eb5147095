// How days and hours are written. Moments come with their offset (+08:00) and are read as written.

const WEEKDAYS = "日一二三四五六";

function parts(moment) {
  const [day, clock] = moment.split("T");
  const [year, month, date] = day.split("-").map(Number);
  return { year, month, date, day, clock: clock.slice(0, 5), weekday: WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] };
}

export const clockOf = (moment) => parts(moment).clock;
export const dayOf = (moment) => parts(moment).day;

export function longDay(moment) {
  const { year, month, date, weekday } = parts(moment);
  return `${year}年${month}月${date}日 周${weekday}`;
}

export function shortDay(day) {
  const [, month, date] = day.slice(0, 10).split("-").map(Number);
  return `${month}月${date}日`;
}

export function stamp(moment, now) {
  const { month, date, weekday, clock, day } = parts(moment);
  return day === dayOf(now) ? clock : `${month}月${date}日 周${weekday} ${clock}`;
}

export function brief(moment, now) {
  const { month, date, clock, day } = parts(moment);
  return day === dayOf(now) ? clock : `${month}月${date}日`;
}

export function upcoming(moment, now) {
  const { month, date, weekday, clock, day } = parts(moment);
  if (day === dayOf(now)) return `今天 ${clock}`;
  const days = Math.round((Date.parse(day) - Date.parse(dayOf(now))) / 86400000);
  return days < 7 ? `周${weekday} ${clock}` : `${month}月${date}日 ${clock}`;
}

export const minutesBetween = (earlier, later) => (Date.parse(later) - Date.parse(earlier)) / 60000;
