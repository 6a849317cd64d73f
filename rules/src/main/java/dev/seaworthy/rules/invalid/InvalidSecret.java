package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flags secrets without the keys of their type, and keys of config maps that are there twice.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidSecret implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-secret", "keys of a secret or config map are refused")
          .category("invalid")
          .remediation("Give the secret every key that its type needs, or the type 'Opaque'.")
          .references(
              "https://kubernetes.io/docs/concepts/configuration/secret/#secret-types",
              "https://kubernetes.io/docs/concepts/configuration/configmap/")
          .build();

  private static final ApiKind SECRET = new ApiKind("v1", "Secret");
  private static final ApiKind CONFIG_MAP = new ApiKind("v1", "ConfigMap");
  private static final String OF_ACCOUNT = "kubernetes.io/service-account-token";
  private static final String BASIC = "kubernetes.io/basic-auth";
  private static final List<String> OF_BASIC = List.of("username", "password");
  private static final String ACCOUNT = "kubernetes.io/service-account.name";

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "kubernetes.io/tls", List.of("tls.crt", "tls.key"),
          "kubernetes.io/ssh-auth", List.of("ssh-privatekey"),
          "kubernetes.io/dockercfg", List.of(".dockercfg"),
          "kubernetes.io/dockerconfigjson", List.of(".dockerconfigjson"));

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(SECRET, CONFIG_MAP);
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Field root = object.root();
    if (ApiKind.of(object).equals(CONFIG_MAP)) {
      checkTwice(root, violations);
      return;
    }
    boolean unreadable =
        Stream.of("data", "stringData")
            .map(root::get)
            .anyMatch(map -> map.isPresent() && !map.isMapping());
    if (unreadable) {
      return;
    }
    String type = root.get("type").text();
    List<Field> given =
        Stream.of("data", "stringData").flatMap(map -> root.get(map).members().stream()).toList();
    List<String> keys = given.stream().map(field -> field.path().name()).toList();
    for (String key : KEYS.getOrDefault(type, List.of())) {
      if (!keys.contains(key)) {
        violations.report(
            root.get("data"),
            "a secret of type '" + type + "' needs the key '" + key + "'" + misspelt(key, keys));
      }
    }
    if (type.equals(BASIC) && OF_BASIC.stream().noneMatch(keys::contains)) {
      violations.report(
          root.get("data"), "a secret of type '" + type + "' needs 'username' or 'password'");
    }
    if (type.equals(OF_ACCOUNT) && object.annotation(ACCOUNT).text().isEmpty()) {
      violations.report(
          object.annotation(ACCOUNT),
          "a secret of type '" + type + "' needs the annotation '" + ACCOUNT + "'");
    }
  }

  private static String misspelt(String key, List<String> keys) {
    return Suggestions.nearest(key, keys).map(near -> ", and has '" + near + "'").orElse("");
  }

  private static void checkTwice(Field root, Violations violations) {
    for (Field entry : root.get("binaryData").members()) {
      Field text = root.get("data", entry.path().name());
      if (root.get("data").members().stream()
          .anyMatch(other -> other.path().name().equals(entry.path().name()))) {
        violations.report(
            Violation.at(
                    entry, "key '" + entry.path().name() + "' is in 'data' and in 'binaryData'")
                .with(text, "this is the text"));
      }
    }
  }
}
