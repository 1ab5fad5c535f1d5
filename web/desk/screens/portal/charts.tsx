import type { PortalReportDetail } from "../../../../contract/portal.ts";
import "./portal.css";

/** The drawing's own units, which are about pixels where two stand side by side. */
const width = 460;
const height = 180;
const left = 34;
const top = 10;
const axis = 20;

/** So many times are named under the bars. */
const mostNames = 8;

/** Calls that came in, and those of them that were answered, as bars; the numbers stand in the report's own table. */
export function TimesChart({ times }: { readonly times: PortalReportDetail["times"] }) {
  const most = Math.max(1, ...times.map(({ offered }) => offered));
  const step = (width - left) / Math.max(times.length, 12);
  const namedEvery = Math.ceil(times.length / mostNames);
  const scale = (height - top - axis) / most;
  const base = height - axis;
  const offered = times.reduce((sum, one) => sum + one.offered, 0);
  const answered = times.reduce((sum, one) => sum + one.answered, 0);
  return (
    <figure className="chart-frame">
      <ul className="chart-key">
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <rect className="chart-all" width="12" height="12" />
          </svg>
          受電数 {offered}件
        </li>
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <rect className="chart-part" width="12" height="12" />
          </svg>
          うち応答数 {answered}件
        </li>
      </ul>
      <svg
        className="chart"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`受電数と応答数の推移。もっとも多いときの受電数は${most}件。`}
      >
        <line className="chart-line" x1={left} x2={width} y1={base} y2={base} />
        <text className="chart-text" x={left - 6} y={top + 4} textAnchor="end">
          {most}
        </text>
        <text className="chart-text" x={left - 6} y={base} textAnchor="end">
          0
        </text>
        {times.map((one, index) => {
          const x = left + (index + 0.15) * step;
          const barWidth = step * 0.7;
          return (
            <g key={one.time}>
              <rect
                className="chart-all"
                x={x}
                y={base - one.offered * scale}
                width={barWidth}
                height={one.offered * scale}
              />
              <rect
                className="chart-part"
                x={x}
                y={base - one.answered * scale}
                width={barWidth}
                height={one.answered * scale}
              />
              {index % namedEvery === 0 && (
                <text className="chart-text" x={x + barWidth / 2} y={height - 4} textAnchor="middle">
                  {shortTime(one.time)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** The day of a date, the month of a month: `16日` of 2024-07-16, `7月` of 2024-07. */
function shortTime(time: string): string {
  const isDate = time.length > "2024-07".length;
  return isDate ? `${Number(time.slice(8))}日` : `${Number(time.slice(5))}月`;
}

/** So many categories are shown; the others are one line. */
const mostCategories = 8;

/** What was asked, as shares of all cases, each with its numbers. */
export function CategoriesChart({ categories }: { readonly categories: PortalReportDetail["categories"] }) {
  const all = categories.reduce((sum, { cases }) => sum + cases, 0);
  const others = categories.slice(mostCategories).reduce((sum, { cases }) => sum + cases, 0);
  const shown = [
    ...categories.slice(0, mostCategories),
    ...(others > 0 ? [{ name: "その他の分類", cases: others }] : []),
  ];
  return (
    <ol className="share-list">
      {shown.map(({ name, cases }) => (
        <li key={name}>
          <span className="share-name">
            <span>{name}</span>
            <span>
              {cases}件 ÷ {all}件 ＝ {((cases / all) * 100).toFixed(1)}％
            </span>
          </span>
          <svg className="chart" viewBox="0 0 400 8" aria-hidden="true" preserveAspectRatio="none">
            <rect className="chart-all" width="400" height="8" />
            <rect className="chart-part" width={(400 * cases) / all} height="8" />
          </svg>
        </li>
      ))}
    </ol>
  );
}
