import { titleHeight, lineHeight } from "./block-picture.ts";
import type { Block, Flow } from "./block.ts";
import { arrange } from "./layout.ts";
import { cellsOf, drawingOf, type PlacedBlock, type Route } from "./routes.ts";

/** Dark enough on their grounds for WCAG AA. */
const ink = "#1f2937";
const quiet = "#4b5563";
const way = "#475569";
const faultWay = "#c0564b";

const fills: Readonly<Record<"speaks" | "decides" | "changes" | "ends", string>> = {
  speaks: "#e8f1fd",
  decides: "#fdf5dc",
  changes: "#f3f4f6",
  ends: "#e3f4e7",
};

const grounds: Readonly<Record<Block["kind"], keyof typeof fills>> = {
  say: "speaks",
  menu: "speaks",
  storeNumber: "speaks",
  repeatMessages: "speaks",
  compare: "decides",
  test: "decides",
  loop: "decides",
  checkHours: "decides",
  invokeLambda: "decides",
  getQueueMetrics: "decides",
  setVoice: "changes",
  setLanguage: "changes",
  setAttributes: "changes",
  setLogging: "changes",
  recordCall: "changes",
  setHook: "changes",
  setQueue: "changes",
  transferToQueue: "ends",
  disconnect: "ends",
  endFlow: "ends",
};

/**
 * A picture of a flow as SVG text that needs no other file: it reads from top to bottom, each block is a group
 * `block-<name>` of the class `block`, and each exit is a labelled cell from which its arrow leaves. Red and dashed is
 * where only a fault leads. The same flow gives the same bytes.
 */
export function flowPicture(flow: Flow): string {
  const drawing = drawingOf(arrange(flow));
  const width = Math.ceil(drawing.width);
  const height = Math.ceil(drawing.height);
  const start = drawing.blocks.find(({ picture }) => picture.name === flow.start);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans CJK JP', sans-serif" role="img">
<title>${escaped(`${flow.name}: ${flow.description}`)}</title>
<defs>
${arrowHead("way", way)}
${arrowHead("fault", faultWay)}
</defs>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${start ? entry(start) : ""}
${[...drawing.routes]
  .toSorted((a, b) => Number(b.fault) - Number(a.fault))
  .map(arrow)
  .join("\n")}
${drawing.blocks.map((placed) => box(placed, flow)).join("\n")}
</svg>
`;
}

function arrowHead(id: string, colour: string): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="${colour}"/></marker>`;
}

function entry({ picture, x, y }: PlacedBlock): string {
  const middle = rounded(x + picture.width / 2);
  return `<circle cx="${middle}" cy="14" r="6" fill="${ink}"/><path d="M${middle} 20V${rounded(y)}" fill="none" stroke="${way}" stroke-width="1.5" marker-end="url(#way)"/>`;
}

function arrow({ corners, fault, ends }: Route): string {
  const points = corners.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join("L");
  const look = fault
    ? ` stroke="${faultWay}" stroke-width="1" stroke-dasharray="4 3"`
    : ` stroke="${way}" stroke-width="1.5"`;
  return `<path d="M${points}" fill="none"${look} stroke-linejoin="round"${ends ? ` marker-end="url(#${fault ? "fault" : "way"})"` : ""}/>`;
}

function box({ picture, x, y }: PlacedBlock, flow: Flow): string {
  const { name, kind, lines, width, height } = picture;
  const block = flow.blocks[name];
  const fill = block ? fills[grounds[block.kind]] : fills.changes;
  const cells = cellsOf(picture);
  const portsTop = height - (cells[0]?.height ?? 0);
  return [
    `<g id="block-${escaped(name)}" class="block" transform="translate(${rounded(x)} ${rounded(y)})">`,
    `<title>${escaped(`${name}: ${kind}`)}</title>`,
    `<rect width="${width}" height="${height}" rx="6" fill="${fill}" stroke="${way}"/>`,
    `<text x="12" y="18" font-size="14" font-weight="600" fill="${ink}">${escaped(name)}</text>`,
    `<text x="12" y="33" font-size="11" fill="${quiet}">${escaped(kind)}</text>`,
    ...lines.map(
      (line, index) =>
        `<text x="12" y="${titleHeight + 12 + index * lineHeight}" font-size="12" fill="${ink}">${escaped(line)}</text>`,
    ),
    ...(cells.length > 0 ? [`<path d="M0 ${portsTop}H${width}" stroke="${way}" stroke-width="0.5"/>`] : []),
    ...cells.map(({ port, left, width: cellWidth }, index) => {
      const edge =
        index === 0
          ? ""
          : `<path d="M${rounded(left)} ${portsTop}V${height}" stroke="${way}" stroke-width="0.5"/>`;
      return `${edge}<text x="${rounded(left + cellWidth / 2)}" y="${portsTop + 15}" font-size="11" text-anchor="middle" fill="${port.fault ? "#9b2c20" : ink}">${escaped(port.label)}</text>`;
    }),
    "</g>",
  ].join("\n");
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
