package dev.seaworthy.schema.rules;

import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.schema.KubernetesSchemas;
import dev.seaworthy.schema.validate.CompiledSchema;
import dev.seaworthy.schema.validate.SchemaViolation.Kind;
import java.util.List;

/** The rules that hold objects against schemas. */
public final class SchemaRules {

  private static final String FIELD_VALIDATION =
      "https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation";
  private static final String DEPRECATION_GUIDE =
      "https://kubernetes.io/docs/reference/using-api/deprecation-guide/";
  private static final String DEFINITIONS =
      "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/";

  private static final String API_REFERENCE =
      "https://kubernetes.io/docs/reference/kubernetes-api/";

  private static final RuleMetadata REMOVED =
      RuleMetadata.builder("api-version-removed", "version of an API is not served any more")
          .severity(Severity.MEDIUM)
          .category("schema")
          .remediation("Write the API version that replaces it, and adapt the fields that changed.")
          .references(DEPRECATION_GUIDE)
          .aliases("no-extensions-v1beta", "removed-api")
          .build();

  private static final RuleMetadata DEPRECATED =
      RuleMetadata.builder(
              "api-version-deprecated", "version of an API is gone in a later Kubernetes")
          .severity(Severity.LOW)
          .category("schema")
          .remediation("Write the API version that replaces it before the cluster is upgraded.")
          .references(DEPRECATION_GUIDE)
          .aliases("deprecated-api")
          .build();

  private static final RuleMetadata INVALID_VALUE =
      RuleMetadata.builder("schema-invalid-value", "value is not among those that its field takes")
          .severity(Severity.MEDIUM)
          .category("schema")
          .remediation("Write a value that the field takes.")
          .references(FIELD_VALIDATION)
          .build();

  private static final RuleMetadata MISSING_FIELD =
      RuleMetadata.builder("schema-missing-field", "required field is missing")
          .severity(Severity.MEDIUM)
          .category("schema")
          .remediation("Add the field.")
          .references(FIELD_VALIDATION)
          .build();

  private static final RuleMetadata NO_SUCH_KIND =
      RuleMetadata.builder("schema-no-such-kind", "kind is none that Kubernetes has")
          .severity(Severity.MEDIUM)
          .category("schema")
          .remediation("Write the apiVersion and the kind that are meant, letter by letter.")
          .references(API_REFERENCE)
          .build();

  private static final RuleMetadata NOT_EVALUATED =
      RuleMetadata.builder("schema-cel-not-evaluated", "conditions in CEL are not evaluated")
          .severity(Severity.INFO)
          .category("schema")
          .profile(Profile.ALL)
          .remediation(
              "Have the API server check objects of this kind, which it does in a dry run.")
          .references(DEFINITIONS + "#validation-rules")
          .build();

  private static final RuleMetadata UNKNOWN_FIELD =
      RuleMetadata.builder("schema-unknown-field", "field is not known to the API")
          .severity(Severity.MEDIUM)
          .category("schema")
          .remediation("Write the field that is meant, in its place, or remove this one.")
          .references(FIELD_VALIDATION)
          .build();

  private static final RuleMetadata UNKNOWN_KIND =
      RuleMetadata.builder("schema-unknown-kind", "kind has no schema")
          .severity(Severity.INFO)
          .category("schema")
          .profile(Profile.ALL)
          .remediation(
              "Analyse its CustomResourceDefinition together with it, or name a folder with its"
                  + " schema by --schema-location.")
          .references(DEFINITIONS)
          .build();

  private static final RuleMetadata WRONG_TYPE =
      RuleMetadata.builder("schema-wrong-type", "value has the wrong type")
          .severity(Severity.MEDIUM)
          .category("schema")
          .remediation(
              "Write a value of the type of the field: text that looks like a number or like true or"
                  + " false needs quotes, and the others must have none.")
          .references(FIELD_VALIDATION)
          .build();

  private SchemaRules() {}

  /** Whether this is the id of one of them. */
  public static boolean has(String ruleId) {
    return ruleId.startsWith("schema-") || ruleId.startsWith("api-version-");
  }

  /** Loads what validation takes, which the first object has to wait for otherwise. */
  public static void prepare() {
    KubernetesSchemas.versions();
    CompiledSchema.prepare();
  }

  /** The rules, sorted by id. They share what they find out about an object. */
  public static List<Rule> of(Schemas schemas) {
    Validation validation = new Validation(schemas);
    return List.of(
        new DeprecatedVersionRule(DEPRECATED, validation),
        new RemovedVersionRule(REMOVED, validation),
        new UnevaluatedRule(NOT_EVALUATED, validation),
        new FieldRule(INVALID_VALUE, Kind.INVALID_VALUE, validation),
        new FieldRule(MISSING_FIELD, Kind.MISSING_FIELD, validation),
        new NoSuchKindRule(NO_SUCH_KIND, validation),
        new UnknownFieldRule(UNKNOWN_FIELD, validation),
        new UnknownKindRule(UNKNOWN_KIND, validation),
        new FieldRule(WRONG_TYPE, Kind.WRONG_TYPE, validation));
  }
}
