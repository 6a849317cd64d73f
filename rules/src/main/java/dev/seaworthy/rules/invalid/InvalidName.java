package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Flags names that the API server refuses for their format: of objects, labels, annotations,
 * containers, volumes, ports and keys of data, also where they are referred to.
 *
 * @see NameFormat
 */
public final class InvalidName implements ObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-name", "name has a format that is refused")
          .category("invalid")
          .remediation("Write the name in the format that the message gives.")
          .references(
              "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/",
              "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/")
          .aliases("invalid-target-ports", "container-ports-check")
          .build();

  /** Its names are made up where they are empty. */
  private static final GroupKind LIMIT_RANGE = GroupKind.core("LimitRange");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(KubernetesObject object, Violations violations) {
    Optional<NamedKind> kind = NamedKind.of(object);
    if (kind.isEmpty() || object.isPatch()) {
      return;
    }
    Field metadata = object.root().get("metadata");
    Names names = new Names(violations);
    names.check("name", metadata.get("name"), kind.get().format(object.cluster().version()));
    if (!kind.get().kind().equals(LIMIT_RANGE)) {
      names.checkThere(metadata);
    }
    names.check("namespace", metadata.get("namespace"), NameFormat.DNS_LABEL);
    checkKeys(metadata, names);
    GroupKind groupKind = GroupKind.of(object);
    if (groupKind.equals(GroupKind.core("ConfigMap"))
        || groupKind.equals(GroupKind.core("Secret"))) {
      object.root().get("data").members().forEach(names::checkDataKey);
    }
    for (Workload workload : object.workloads()) {
      checkPod(workload, names);
    }
  }

  private static void checkPod(Workload workload, Names names) {
    if (WholePodRule.isTemplate(workload)) {
      checkKeys(workload.metadata(), names);
    }
    Field spec = workload.spec();
    names.check("service account name", spec.get("serviceAccountName"), NameFormat.DNS_SUBDOMAIN);
    spec.get("nodeSelector").members().forEach(names::checkLabel);
    for (Field volume : spec.get("volumes").items()) {
      names.check("volume name", volume.get("name"), NameFormat.DNS_LABEL);
      checkKeys(volume.get("ephemeral", "volumeClaimTemplate", "metadata"), names);
    }
    // older servers drop the claims
    boolean claims = workload.cluster().version().isAtLeast(1, 34);
    for (Field claim : claims ? spec.get("resourceClaims").items() : List.<Field>of()) {
      names.check("claim name", claim.get("name"), NameFormat.DNS_LABEL);
    }
    for (Container container : workload.containers()) {
      names.check("container name", container.field().get("name"), NameFormat.DNS_LABEL);
      for (Field port : container.field().get("ports").items()) {
        names.check("port name", port.get("name"), NameFormat.PORT);
      }
      for (Field variable : container.field().get("env").items()) {
        Field from = variable.get("valueFrom");
        names.check("key", from.get("configMapKeyRef", "key"), NameFormat.DATA_KEY);
        names.check("key", from.get("secretKeyRef", "key"), NameFormat.DATA_KEY);
      }
    }
  }

  private static void checkKeys(Field metadata, Names names) {
    metadata.get("labels").members().forEach(names::checkLabel);
    metadata.get("annotations").members().forEach(names::checkAnnotation);
  }

  /** Reports the names that are refused. */
  private record Names(Violations violations) {

    void check(String what, Field field, NameFormat format) {
      String name = field.string().orElse("");
      if (!name.isEmpty()) {
        report(what, field, name, format.fault(name));
      }
    }

    /** A name that is missing altogether is the business of the schemas. */
    void checkThere(Field metadata) {
      boolean empty = metadata.get("name").string().filter(String::isEmpty).isPresent();
      if (empty && metadata.get("generateName").text().isEmpty()) {
        violations.report(metadata.get("name"), "the name is empty");
      }
    }

    void checkLabel(Field label) {
      String key = label.path().name();
      report("key of a label", label, key, NameFormat.faultOfKey(key));
      String value = label.string().orElse("");
      report("value of label '" + key + "'", label, value, NameFormat.LABEL_VALUE.fault(value));
    }

    void checkAnnotation(Field annotation) {
      // the API server ignores the letter case of the whole key, prefix included
      String key = annotation.path().name();
      Optional<String> fault = NameFormat.faultOfKey(key.toLowerCase(Locale.ROOT));
      report("key of an annotation", annotation, key, fault);
    }

    void checkDataKey(Field entry) {
      String key = entry.path().name();
      report("key of the data", entry, key, NameFormat.DATA_KEY.fault(key));
    }

    private void report(String what, Field field, String name, Optional<String> fault) {
      if (fault.isPresent() && !Placeholder.isIn(name)) {
        violations.report(field, what + " '" + shortened(name) + "' is refused: " + fault.get());
      }
    }

    private static String shortened(String name) {
      return name.length() > 80 ? name.substring(0, 80) + "..." : name;
    }
  }
}
