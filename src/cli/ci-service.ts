import path from "node:path";
import type { CommandService } from "../report/check/service-commands.js";
import type { Annotations } from "./check-options.js";

/** The folder into which each service has checked the project out. */
const PROJECT_FOLDERS = {
  github: "GITHUB_WORKSPACE",
  azure: "BUILD_SOURCESDIRECTORY",
  gitlab: "CI_PROJECT_DIR",
} as const;

/** The service whose log is being written, as asked for or, for `auto`, as the environment tells. */
export function serviceOf(annotations: Annotations): CommandService | undefined {
  if (annotations === "none") return undefined;
  if (annotations !== "auto") return annotations;
  if (process.env["GITHUB_ACTIONS"] === "true") return "github";
  return process.env["TF_BUILD"]?.toLowerCase() === "true" ? "azure" : undefined;
}

/**
 * A file's path from the project's folder, which services ask for; as it was named where it is not in there.
 */
export function pathInProject(file: string, service: keyof typeof PROJECT_FOLDERS): string {
  const folder = process.env[PROJECT_FOLDERS[service]] || process.cwd();
  const inside = path.relative(folder, path.resolve(file));
  const outside = inside === "" || inside.startsWith("..") || path.isAbsolute(inside);
  return (outside ? file : inside).split(path.sep).join("/");
}
