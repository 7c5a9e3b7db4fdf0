import { Command } from "commander";
import { version } from "../kit/version.js";
import { withCheckOptions } from "./check-options.js";
import { withCompareOptions } from "./compare-options.js";
import { withErlangOptions } from "./erlang-options.js";
import { withExplainOptions } from "./explain-options.js";
import { legible } from "./failures.js";
import { withHireOptions } from "./hire-options.js";
import { withOutputOptions, withScenarioOptions, withSimulationOptions } from "./options.js";
import { withScheduleOptions } from "./schedule-options.js";
import { withSweepOptions } from "./sweep-options.js";

const LONGEST_LINE = 1_000;

/** A complaint about the command line, which it quotes: legible, and no line of it without end. */
function quotedShort(text: string): string {
  const lines = legible(text).split("\n");
  return lines
    .map((one) => (one.length > LONGEST_LINE ? `${one.slice(0, LONGEST_LINE)}...` : one))
    .join("\n");
}

/**
 * The commands and their options. What a command needs is loaded when it is called: `--version` loads
 * nothing.
 */
export function buildProgram(): Command {
  const program = new Command("callsim")
    .description("Simulates a call centre from one scenario file: service, agents needed, growth.")
    .version(version, "--version", "print the version")
    .helpCommand("help [command]", "explain a command")
    .helpOption("-h, --help", "explain the command")
    .configureHelp({ helpWidth: 100 })
    .configureOutput({ outputError: (text, write) => write(quotedShort(text)) })
    .showHelpAfterError("(callsim --help lists what there is)")
    .exitOverride();

  const file = ["<file>", "scenario file (YAML or JSON)"] as const;
  withSimulationOptions(
    command("run", "what service callers get, by queue, team and interval").argument(...file),
  )
    .option("--trace <file>", "write every event of the first replication to this CSV file")
    .action(async (path, options) => (await import("./commands/run.js")).run(path, options));
  withSimulationOptions(
    command("staff", "the fewest agents in each interval that keep the targets").argument(...file),
  ).action(async (path, options) => (await import("./commands/staff.js")).staff(path, options));
  withSimulationOptions(
    command("grow", "today, the agents needed, and the growth cases year by year").argument(...file),
  )
    .option("--only-cases", "leave out today's service and the agents needed today")
    .action(async (path, options) => (await import("./commands/grow.js")).growCases(path, options));
  withScheduleOptions(
    command("schedule", "shifts that cover the agents needed at least cost: who works when").argument(
      ...file,
    ),
  ).action(async (path, options) => (await import("./commands/schedule.js")).scheduleShifts(path, options));
  withHireOptions(
    command("hire", "whom to hire when: classes, overtime and outsourcer at least cost").argument(...file),
  ).action(async (path, options) => (await import("./commands/hire.js")).hireFor(path, options));
  withSweepOptions(
    command("sweep", "the figures over a grid or samples of values at paths of the file").argument(...file),
  ).action(async (path, options) => (await import("./commands/sweep.js")).sweepFile(path, options));
  withCompareOptions(
    command("compare", "variants that meet the same callers: what differs, how surely, and why").argument(
      "<file...>",
      "scenario files, or one file of which cases are compared",
    ),
  ).action(async (paths, options) => (await import("./commands/compare.js")).compareFiles(paths, options));
  withExplainOptions(
    command("explain", "one contact's story: why it waited, and what became of it").argument(...file),
  ).action(async (path, options) => (await import("./commands/explain.js")).explain(path, options));
  withScenarioOptions(
    command("validate", "check scenario files without simulating").argument("<file...>", file[1]),
  ).action(async (paths, options) => (await import("./commands/validate.js")).validate(paths, options));
  withCheckOptions(
    command("check", "judge the promises of scenario files, and compare with stored results").argument(
      "<file...>",
      file[1],
    ),
  ).action(async (paths, options) => (await import("./commands/check.js")).check(paths, options));
  command("schema", "print the JSON Schema that editors complete from").action(async () =>
    (await import("./commands/schema.js")).printSchema(),
  );
  withOutputOptions(
    withErlangOptions(command("erlang", "Erlang B, C and A for a number of agents or a target")),
  ).action(async (options) => (await import("./commands/erlang.js")).erlang(options));
  command("init", "write a commented scenario to start from")
    .argument("[file]", "file to write", "scenario.yaml")
    .action(async (path) => (await import("./commands/init.js")).init(path));
  return program;

  function command(name: string, description: string): Command {
    return program.command(name).description(description);
  }
}
