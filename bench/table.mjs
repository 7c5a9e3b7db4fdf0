/** The result of a bench as text: ratios first, then the peers, then memory. */
export function formatTable({ node, processor, rows, peers, missing, memory }) {
  const parts = [`Node ${node}, ${processor}; nanoseconds of processor time a contact\n`, formatRows(rows)];
  if (peers.length > 0) parts.push(formatPeers(peers, rows));
  if (missing.length > 0) parts.push(`${missing.join("\n")}\n`);
  if (memory) parts.push(formatMemory(memory));
  return parts.join("\n");
}

function formatRows(rows) {
  const head = ["", "engine/reference", "range", "goal", "first", "engine", "reference"];
  const body = rows.map(({ id, title, ratio, goal, first, engine, reference }) => [
    `${id.toUpperCase()} ${title}`,
    ratio ? times(ratio.median) : "-",
    ratio ? `${ratio.least.toFixed(2)}..${ratio.most.toFixed(2)}` : "-",
    times(goal),
    times(first),
    engine ? engine.nanoseconds.toFixed(0) : "-",
    reference.nanoseconds.toFixed(0),
  ]);
  const checks = rows.flatMap(({ id, reference, engine }) => [
    formatCheck(`${id.toUpperCase()} reference`, reference),
    ...(engine ? [formatCheck(`${id.toUpperCase()} engine`, engine)] : []),
  ]);
  const missing = rows.some(({ engine }) => engine)
    ? ""
    : "The build has no engine: the reference ran alone.\n";
  const checked = columns([["last run", "contacts", "events", "truth"], ...checks]);
  return `${columns([head, ...body])}\n${missing}${checked}`;
}

function formatCheck(who, { contacts, events, far }) {
  return [who, whole(contacts), whole(events), far ? formatDistance(far) : "what the others are held to"];
}

function formatDistance({ name, mean, truth, errors }) {
  const away = `${errors.toFixed(1)} standard errors`;
  return `${name} ${mean.toPrecision(4)}, truth ${truth.toPrecision(4)}, ${away}`;
}

function formatPeers(peers, rows) {
  const head = ["peer", "on", "peer/engine", "peer/reference", "peer", "contacts"];
  const body = peers.map(({ id, name, nanoseconds, contacts }) => {
    const row = rows.find((each) => each.id === id);
    return [
      name,
      id.toUpperCase(),
      row.engine ? times(nanoseconds / row.engine.nanoseconds) : "-",
      times(nanoseconds / row.reference.nanoseconds),
      whole(nanoseconds),
      whole(contacts),
    ];
  });
  return columns([head, ...body]);
}

function formatMemory({ millionBytes, tenMillionBytes, bytesAnAgent, bytesAContact }) {
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const [agent, contact] = [bytesAnAgent, bytesAContact].map((bytes) => bytes.toFixed(0));
  return [
    `W1 takes ${megabytes(millionBytes)} at a million contacts, ${megabytes(tenMillionBytes)} at ten million`,
    `W4 takes ${agent} bytes an agent and ${contact} a contact in the system (bar: 64 each)\n`,
  ].join("\n");
}

/** First and last column to the left where they are words, figures to the right. */
function columns(lines) {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  const isText = lines[0].map((_, i) => lines.slice(1).every((line) => !/^[\d-]/.test(line[i])));
  const cell = (text, i) => (isText[i] ? text.padEnd(widths[i]) : text.padStart(widths[i]));
  return lines.map((line) => `${line.map(cell).join("  ").trimEnd()}\n`).join("");
}

function times(ratio) {
  return `${ratio.toFixed(ratio < 10 ? 2 : 0)}x`;
}

function whole(count) {
  return Math.round(count).toLocaleString("en-US");
}
