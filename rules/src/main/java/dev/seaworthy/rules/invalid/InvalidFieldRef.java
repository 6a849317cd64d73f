package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violations;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flags what a variable or a file of the downward API refers to and cannot have: fields of the pod
 * that are not offered there, resources that there are none of, and their units.
 */
public final class InvalidFieldRef implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-field-ref", "reference to a field of the pod is refused")
          .category("invalid")
          .remediation("Refer to a field that the downward API offers at this place.")
          .references("https://kubernetes.io/docs/concepts/workloads/pods/downward-api/")
          .build();

  private static final Set<String> OF_BOTH =
      Set.of("metadata.name", "metadata.namespace", "metadata.uid");
  private static final Set<String> OF_VARIABLES =
      Set.of(
          "spec.nodeName",
          "spec.host",
          "spec.serviceAccountName",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs");
  private static final Set<String> MAPS = Set.of("metadata.labels", "metadata.annotations");

  private static final Pattern SUBSCRIPT = Pattern.compile("(.+?)\\['(.*)']");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    for (Container container : workload.containers()) {
      for (Field variable : container.field().get("env").items()) {
        Field from = variable.get("valueFrom");
        checkField(from.get("fieldRef"), true, violations);
        ResourceReference.check(from.get("resourceFieldRef"), violations);
      }
    }
    for (Field volume : workload.spec().get("volumes").items()) {
      volume.get("downwardAPI", "items").items().forEach(file -> checkFile(file, violations));
      for (Field source : volume.get("projected", "sources").items()) {
        source.get("downwardAPI", "items").items().forEach(file -> checkFile(file, violations));
      }
    }
  }

  private static void checkFile(Field file, Violations violations) {
    checkField(file.get("fieldRef"), false, violations);
    Field resource = file.get("resourceFieldRef");
    if (resource.isMapping() && resource.get("containerName").text().isEmpty()) {
      violations.report(
          resource.get("containerName"),
          "a file with resources needs the 'containerName' that they are of");
    }
    ResourceReference.check(resource, violations);
  }

  private static void checkField(Field reference, boolean variable, Violations violations) {
    Field version = reference.get("apiVersion");
    if (!version.text().isEmpty() && !version.text().equals("v1")) {
      violations.report(version, "fields of a pod have the 'apiVersion' 'v1'");
    }
    Field path = reference.get("fieldPath");
    String text = path.string().orElse("");
    if (text.isEmpty() || Placeholder.isIn(text)) {
      return;
    }
    Matcher matcher = SUBSCRIPT.matcher(text);
    if (matcher.matches() && MAPS.contains(matcher.group(1))) {
      boolean annotation = matcher.group(1).endsWith("annotations");
      String key = matcher.group(2);
      NameFormat.faultOfKey(annotation ? key.toLowerCase(Locale.ROOT) : key)
          .ifPresent(fault -> violations.report(path, "key '" + key + "' is refused: " + fault));
    } else if (matcher.matches()) {
      violations.report(
          path, "'" + matcher.group(1) + "' has no keys: labels and annotations have");
    } else if (!OF_BOTH.contains(text) && !(variable ? OF_VARIABLES : MAPS).contains(text)) {
      violations.report(path, message(text, variable));
    }
  }

  private static String message(String path, boolean variable) {
    if (variable && MAPS.contains(path)) {
      return "a variable takes one key of '" + path + "': write \"" + path + "['KEY']\"";
    }
    if (!variable && OF_VARIABLES.contains(path)) {
      return "a file cannot have '" + path + "': only a variable can";
    }
    return "a pod offers no field '"
        + path
        + "' to "
        + (variable ? "variables" : "files")
        + Suggestions.didYouMean(path, offered(variable));
  }

  private static Set<String> offered(boolean variable) {
    Set<String> offered = new TreeSet<>(OF_BOTH);
    offered.addAll(variable ? OF_VARIABLES : MAPS);
    offered.remove("spec.host");
    return offered;
  }
}
