package dev.seaworthy.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.ObjectReader;
import dev.seaworthy.podsecurity.NamespacePolicy.Mode;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labels' meaning, as the admission plugin reads them. */
class NamespacePolicyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                        | privileged:latest | privileged:latest | privileged:latest | 0",
        "enforce=baseline                        | baseline:latest   | baseline:latest   | privileged:latest | 0",
        "enforce=restricted                      | restricted:latest | restricted:latest | privileged:latest | 0",
        "enforce=privileged                      | privileged:latest | privileged:latest | privileged:latest | 0",
        "enforce=baseline enforce-version=v1.22  | baseline:v1.22    | baseline:v1.22    | privileged:latest | 0",
        "enforce=baseline enforce-version=v1.22 warn-version=latest | baseline:v1.22 | baseline:latest | privileged:latest | 0",
        "enforce=baseline warn-version=v1.23     | baseline:latest   | baseline:v1.23    | privileged:latest | 0",
        "enforce=baseline warn=privileged        | baseline:latest   | privileged:latest | privileged:latest | 0",
        "enforce=baseline warn=restricted        | baseline:latest   | restricted:latest | privileged:latest | 0",
        "warn=restricted                         | privileged:latest | restricted:latest | privileged:latest | 0",
        "audit=baseline audit-version=v1.0       | privileged:latest | privileged:latest | baseline:v1.0     | 0",
        "enforce=baseline warn=foo               | baseline:latest   | privileged:latest | privileged:latest | 1",
        "enforce=foo                             | restricted:latest | privileged:latest | privileged:latest | 1",
        "enforce=Baseline audit=foo              | restricted:latest | privileged:latest | privileged:latest | 2",
        "enforce=baseline enforce-version=1.24   | baseline:latest   | baseline:latest   | privileged:latest | 1",
        "enforce=baseline enforce-version=v1.01  | baseline:latest   | baseline:latest   | privileged:latest | 1",
        "enforce=baseline enforce-version=v1.10000 | baseline:v1.10000 | baseline:v1.10000 | privileged:latest | 0",
      })
  void means(String labels, String enforce, String warn, String audit, int invalid) {
    NamespacePolicy policy = policy(labels == null ? "" : labels);

    assertThat(policy.demand(Mode.ENFORCE)).hasToString(enforce);
    assertThat(policy.demand(Mode.WARN)).hasToString(warn);
    assertThat(policy.demand(Mode.AUDIT)).hasToString(audit);
    assertThat(policy.invalid()).hasSize(invalid);
  }

  private static NamespacePolicy policy(String labels) {
    StringBuilder yaml =
        new StringBuilder("apiVersion: v1\nkind: Namespace\nmetadata:\n  labels:\n    a: b\n");
    for (String label : labels.split(" ")) {
      if (!label.isEmpty()) {
        String[] parts = label.split("=");
        yaml.append("    pod-security.kubernetes.io/").append(parts[0]);
        yaml.append(": '").append(parts[1]).append("'\n");
      }
    }
    YamlDocument document =
        YamlReader.read(new SourceText("namespace.yaml", yaml.toString())).documents().get(0);
    return new NamespacePolicy(
        new ObjectReader(ClusterProfile.DEFAULT).read(document).objects().get(0));
  }
}
