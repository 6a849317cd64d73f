package dev.seaworthy.cli;

import dev.seaworthy.config.FailOn;
import dev.seaworthy.rule.Profile;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What {@code seaworthy check} accepts. */
final class CheckOptions {

  static final String FORMAT = "--format";
  static final String OUTPUT = "--output";
  static final String FAIL_ON = "--fail-on";
  static final String PROFILE = "--profile";
  static final String RULE = "--rule";
  static final String SKIP_RULE = "--skip-rule";
  static final String KUBERNETES_VERSION = "--kubernetes-version";
  static final String CONFIG = "--config";
  static final String NO_IGNORES = "--no-ignores";
  static final String ALLOW_EMPTY = "--allow-empty";
  static final String POD_SECURITY = "--pod-security";
  static final String POLICY = "--policy";
  static final String DATA = "--data";
  static final String NAMESPACE = "--namespace";
  static final String HELM_VALUES = "--helm-values";
  static final String HELM_SET = "--helm-set";
  static final String HELM_SET_STRING = "--helm-set-string";
  static final String HELM_RELEASE = "--helm-release";
  static final String HELM_NAMESPACE = "--helm-namespace";
  static final String HELM_API_VERSION = "--helm-api-version";
  static final String HELM_ENGINE = "--helm-engine";
  static final String HELM_DEPENDENCY_UPDATE = "--helm-dependency-update";
  static final String SCHEMA_LOCATION = "--schema-location";
  static final String JOBS = "--jobs";
  static final String QUIET = "--quiet";
  static final String VERBOSE = "--verbose";
  static final String COLOR = "--color";

  private CheckOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..*")
            .paramLabel("PATH")
            .description("Files and folders, '.' by default; '-' is standard input.")
            .build());
    addOutput(spec);
    addRules(spec);
    addPolicies(spec);
    addHelm(spec);
    spec.addOption(
        Options.number(JOBS, "N", "How many threads to use: by default one for each processor."));
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
        .addOption(
            Options.text(OUTPUT, "FILE", "Write the results to this file, not to standard output."))
        .addOption(
            Options.choice(
                FAIL_ON,
                FailOn.class,
                "The least severity that makes the exit status 1: medium by default."))
        .addOption(Options.flag(ALLOW_EMPTY, "It is no problem if there is nothing to analyse."))
        .addOption(
            Options.choice(
                COLOR,
                ColorMode.class,
                "Whether text has colours. By default it has on a terminal, unless NO_COLOR is set."))
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
        .addOption(
            Options.text(
                CONFIG,
                "FILE",
                "The configuration file: by default the nearest 'seaworthy.yaml' in the working"
                    + " directory or above."));
  }

  private static void addHelm(CommandSpec spec) {
    spec.addOption(
            Options.texts(
                HELM_VALUES,
                "FILE",
                "Render charts with the values in this file, instead of their own scenarios. Can be"
                    + " repeated."))
        .addOption(
            Options.texts(
                HELM_SET, "KEY=VALUE", "Render charts with this value, likewise. Can be repeated."))
        .addOption(
            Options.texts(
                HELM_SET_STRING, "KEY=TEXT", "The same, for what is text whatever it looks like."))
        .addOption(
            Options.text(
                HELM_RELEASE, "NAME", "The name of the release: 'release-name' by default."))
        .addOption(Options.text(HELM_NAMESPACE, "NAME", "The namespace of the release: 'default'."))
        .addOption(
            Options.texts(
                HELM_API_VERSION,
                "GROUP/VERSION",
                "An API that charts are told the cluster has. Needs --helm-engine. Can be"
                    + " repeated."))
        .addOption(
            Options.text(
                HELM_ENGINE, "PROGRAM", "An installed helm to render with, not the bundled one."))
        .addOption(
            Options.flag(
                HELM_DEPENDENCY_UPDATE,
                "Fetch dependencies that are missing into the 'charts' folders of charts. Uses the"
                    + " network."));
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
        .addOption(
            Options.text(
                KUBERNETES_VERSION,
                "X.Y",
                "The version of the target cluster: the newest known one by default."))
        .addOption(
            Options.texts(
                SCHEMA_LOCATION,
                "FOLDER",
                "Where JSON Schemas of kinds lie: a folder in kubeconform's layout, a path with parts"
                    + " such as {{.Group}}, or 'default' for those of Kubernetes. Can be repeated: the"
                    + " first that has a kind counts."))
        .addOption(Options.flag(NO_IGNORES, "Show what is suppressed as if it were not."));
  }
}
