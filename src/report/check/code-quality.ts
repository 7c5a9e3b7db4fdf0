import { createHash } from "node:crypto";
import { formatJson } from "../json.js";
import type { Finding } from "./check-findings.js";

/**
 * Findings as the code quality report that GitLab reads (a subset of the format of Code Climate): a list of
 * description, check_name, fingerprint, severity and location. The fingerprint is of what was found, not of
 * the figures or the line, so that GitLab sees the same finding again on the next run.
 */
export function formatCodeQuality(findings: readonly Finding[], pathOf: (file: string) => string): string {
  return formatJson(
    findings.map(({ kind, severity, place, path, message, file }) => {
      const where = pathOf(place?.file ?? file);
      const subject = kind === "input" ? `${path ?? ""}: ${message}` : message.split(":")[0];
      return {
        description: path ? `${path}: ${message}` : message,
        check_name: `callsim-${kind}`,
        fingerprint: createHash("sha256").update(`${kind}\n${where}\n${subject}`).digest("hex").slice(0, 32),
        severity: severity === "error" ? "major" : "minor",
        location: { path: where, lines: { begin: place?.line ?? 1 } },
      };
    }),
  );
}
