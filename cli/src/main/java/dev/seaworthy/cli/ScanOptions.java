package dev.seaworthy.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What all commands accept that look at manifests. */
final class ScanOptions {

  static final String OUTPUT = "--output";
  static final String KUBERNETES_VERSION = "--kubernetes-version";
  static final String CONFIG = "--config";
  static final String ALLOW_EMPTY = "--allow-empty";
  static final String HELM_VALUES = "--helm-values";
  static final String HELM_SET = "--helm-set";
  static final String HELM_SET_STRING = "--helm-set-string";
  static final String HELM_RELEASE = "--helm-release";
  static final String HELM_NAMESPACE = "--helm-namespace";
  static final String HELM_API_VERSION = "--helm-api-version";
  static final String HELM_ENGINE = "--helm-engine";
  static final String HELM_DEPENDENCY_UPDATE = "--helm-dependency-update";
  static final String JOBS = "--jobs";
  static final String COLOR = "--color";

  private ScanOptions() {}

  static void addPaths(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..*")
            .paramLabel("PATH")
            .description("Files and folders, '.' by default; '-' is standard input.")
            .build());
  }

  static OptionSpec output() {
    return Options.text(OUTPUT, "FILE", "Write the results to this file, not to standard output.");
  }

  static OptionSpec allowEmpty() {
    return Options.flag(ALLOW_EMPTY, "It is no problem if there is nothing to analyse.");
  }

  static OptionSpec color() {
    return Options.choice(
        COLOR,
        ColorMode.class,
        "Whether text has colours. By default it has on a terminal, unless NO_COLOR is set.");
  }

  static OptionSpec config() {
    return Options.text(
        CONFIG,
        "FILE",
        "The configuration file: by default the nearest 'seaworthy.yaml' in the working"
            + " directory or above.");
  }

  static OptionSpec kubernetesVersion() {
    return Options.text(
        KUBERNETES_VERSION,
        "X.Y",
        "The version of the target cluster: the newest known one by default.");
  }

  static void addJobs(CommandSpec spec) {
    spec.addOption(
        Options.number(JOBS, "N", "How many threads to use: by default one for each processor."));
  }

  static void addHelm(CommandSpec spec) {
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
}
