package dev.seaworthy.helm.render;

import dev.seaworthy.helm.render.Refusal.Kind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A message of Helm that is known by its words.
 *
 * @param kind what it is
 * @param pattern its words
 * @param cause how it is told, with the groups of the pattern as {@code $1}
 * @param hint what to do, likewise
 */
record RefusalCase(Kind kind, Pattern pattern, String cause, String hint) {

  private static final String FIX_METADATA = "Correct 'Chart.yaml'.";
  private static final String FIX_VALUES = "Correct the values file.";

  /** All cases; the first that matches counts. */
  static final List<RefusalCase> ALL =
      List.of(
          of(
              Kind.RECURSION,
              "nested reference name: (\\S+?)(?::|$)",
              "template '$1' includes itself without an end",
              "End the recursion of template '$1'."),
          of(
              Kind.RECURSION,
              "executing \"([^\"]*)\" at <[^>]*>: exceeded maximum template depth",
              "template '$1' includes itself without an end",
              "End the recursion of template '$1'."),
          of(
              Kind.NO_TEMPLATE,
              "no template \"([^\"]*)\" associated with template",
              "there is no template '$1'",
              "Define '$1', or fetch the chart that does with 'helm dependency build'."),
          of(
              Kind.NO_TEMPLATE,
              "template \"([^\"]*)\" not defined",
              "there is no template '$1'",
              "Define '$1', or fetch the chart that does with 'helm dependency build'."),
          of(
              Kind.PARSE,
              "^parse error (?:at|in) \\([^\\n)]*\\): (.*)",
              "the template is not valid: $1",
              "Correct the template."),
          of(
              Kind.PARSE,
              "cannot parse template \".*\": template: [^:]*:\\d+: (.*)",
              "the text given to 'tpl' is no valid template: $1",
              "Correct the value that is given to 'tpl'."),
          of(
              Kind.KUBE_VERSION,
              "^chart requires kubeVersion: (.*) which is incompatible with Kubernetes v?(.*)",
              "the chart is for Kubernetes '$1', and not for $2",
              "Name a version that the chart is for by '--kubernetes-version'."),
          of(
              Kind.KUBE_VERSION,
              "^could not parse \"(.*)\" as version",
              "'$1' is no version of Kubernetes",
              "Name a version such as '1.34' by '--kubernetes-version'."),
          of(
              Kind.DEPENDENCY,
              "found in Chart.yaml, but missing in charts/ directory: (.*)",
              "not in 'charts', though 'Chart.yaml' depends on it: $1",
              "Run 'helm dependency build' in the chart's folder, or allow that by"
                  + " '--helm-dependency-update'."),
          of(
              Kind.DEPENDENCY,
              "^(charts/\\S+) is packed, and was not looked into",
              "dependency '$1' is packed",
              "Unpack the dependency."),
          of(
              Kind.SCHEMA,
              "^(\\S*values\\.schema\\.json) refers to '(.*)', and nothing is read from there",
              "'$1' refers to '$2', and nothing is read from outside the chart",
              "Write what is referred to into the schema's '$defs'."),
          of(
              Kind.YAML,
              "^YAML parse error on (\\S+?): (.*)",
              "the rendered text is $2",
              "Look at what 'helm template --debug' renders, and correct the template's"
                  + " indentation and quotes."),
          of(
              Kind.LIBRARY,
              "^(\\S+) charts are not installable",
              "a chart of type '$1' renders nothing by itself",
              "Analyse a chart that depends on this one."),
          of(
              Kind.METADATA,
              "^Chart\\.yaml file is missing",
              "there is no 'Chart.yaml'",
              "Name a folder with a 'Chart.yaml'."),
          of(
              Kind.METADATA,
              "^validation: (?:chart\\.metadata\\.)?(.*)",
              "'Chart.yaml' is not valid: $1",
              FIX_METADATA),
          of(
              Kind.METADATA,
              "^cannot load (Chart\\.(?:yaml|lock)|requirements\\.(?:yaml|lock)): (.*)",
              "'$1' is $2",
              "Correct '$1'."),
          of(
              Kind.VALUES,
              "^cannot load values\\.yaml: (.*)",
              "'values.yaml' is $1",
              "Correct 'values.yaml'."),
          of(Kind.VALUES, "^failed to parse (.+?): (.*)", "'$1' is $2", FIX_VALUES),
          of(
              Kind.VALUES,
              "^values file cannot be read: (.*)",
              "a values file cannot be read: $1",
              "Name a values file that exists."),
          of(
              Kind.VALUES,
              "^open (.+?): (.*)",
              "'$1' cannot be read: $2",
              "Name a values file that exists."),
          of(
              Kind.VALUES,
              "^type mismatch on (.*): %!t\\(.*",
              "the values of dependency '$1' are no map",
              "Set '$1' to a map."),
          of(
              Kind.SET,
              "^failed parsing --set(?:-string|-file)? data: (.*)",
              "a value that is set by itself cannot be read: $1",
              "Write it as 'key=value', with '\\,' for a comma in the value."),
          of(
              Kind.OTHER,
              "^release name (\".*?\"): (.*)",
              "release name $1: $2",
              "Name the release with lower-case letters, digits and '-'."));

  private static RefusalCase of(Kind kind, String pattern, String cause, String hint) {
    return new RefusalCase(kind, Pattern.compile(pattern, Pattern.DOTALL), cause, hint);
  }
}
