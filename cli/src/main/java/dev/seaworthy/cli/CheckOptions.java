package dev.seaworthy.cli;

import dev.seaworthy.config.FailOn;
import dev.seaworthy.rule.Profile;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code seaworthy check} accepts. */
final class CheckOptions {

  static final String FORMAT = "--format";
  static final String FAIL_ON = "--fail-on";
  static final String PROFILE = "--profile";
  static final String RULE = "--rule";
  static final String SKIP_RULE = "--skip-rule";
  static final String NO_IGNORES = "--no-ignores";
  static final String POD_SECURITY = "--pod-security";
  static final String POLICY = "--policy";
  static final String DATA = "--data";
  static final String NAMESPACE = "--namespace";
  static final String QUIET = "--quiet";
  static final String VERBOSE = "--verbose";

  private CheckOptions() {}

  static void addTo(CommandSpec spec) {
    ScanOptions.addPaths(spec);
    addOutput(spec);
    addRules(spec);
    addPolicies(spec);
    ScanOptions.addHelm(spec);
    ScanOptions.addJobs(spec);
    spec.usageMessage()
        .footerHeading("%nExit status:%n")
        .footer(
            "  0  nothing at or above --fail-on",
            "  1  at least one finding at or above it",
            "  2  wrong usage or configuration",
            "  3  something could not be analysed, or there was nothing to analyse");
  }

  private static void addOutput(CommandSpec spec) {
    spec.addOption(
            Options.choice(
                FORMAT, ReportFormat.class, "How to write the results: text by default."))
        .addOption(ScanOptions.output())
        .addOption(
            Options.choice(
                FAIL_ON,
                FailOn.class,
                "The least severity that makes the exit status 1: medium by default."))
        .addOption(ScanOptions.allowEmpty())
        .addOption(ScanOptions.color())
        .addOption(Options.flag(QUIET, "One line for each finding and problem, and nothing else."))
        .addOption(
            Options.flag(
                VERBOSE, "Also list what was suppressed, skipped or failed, and stack traces."));
  }

  /** Options for the user's own policies. */
  static void addPolicies(CommandSpec spec) {
    spec.addOption(
            Options.texts(
                POLICY,
                "PATH",
                "Rules of your own in Rego: a file, a folder or an OPA bundle. Can be repeated."))
        .addOption(
            Options.texts(
                DATA, "PATH", "Data for them: a file or a folder of files. Can be repeated."))
        .addOption(
            Options.texts(
                NAMESPACE,
                "PACKAGE",
                "A package of them with rules in Conftest's style, 'main' by default. Can be"
                    + " repeated."))
        .addOption(ScanOptions.config());
  }

  private static void addRules(CommandSpec spec) {
    spec.addOption(
            Options.choice(
                PROFILE, Profile.class, "The set of rules to start from: recommended by default."))
        .addOption(
            Options.texts(
                RULE,
                "RULE",
                "Run only this rule: an id, another tool's name for it, or a pattern such as"
                    + " 'host-*'. Can be repeated."))
        .addOption(Options.texts(SKIP_RULE, "RULE", "Do not run this rule. Can be repeated."))
        .addOption(
            Options.text(
                POD_SECURITY,
                "LEVEL[:VERSION]",
                "Also judge pods by the Pod Security Standards, as the API server does: 'baseline'"
                    + " or 'restricted', of a version such as v1.34 or the latest."))
        .addOption(ScanOptions.kubernetesVersion())
        .addOption(Options.flag(NO_IGNORES, "Show what is suppressed as if it were not."));
  }
}
