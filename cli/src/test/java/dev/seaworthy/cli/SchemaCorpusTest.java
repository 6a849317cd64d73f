package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Holds real manifests against their schemas, charts rendered: {@code mvn verify -Dcorpus=DIR}.
 * Each thing that is found was looked at, and is listed with the reason why it is right.
 */
@EnabledIfSystemProperty(
    named = "corpus",
    matches = ".+",
    disabledReason = "needs a folder of real manifests: -Dcorpus=DIR")
class SchemaCorpusTest {

  private static final Map<String, String> RIGHT =
      Map.ofEntries(
          Map.entry(
              "medium[api-version-removed]: 'admissionregistration.k8s.io/v1alpha1' has no"
                  + " 'InitializerConfiguration' since Kubernetes 1.14",
              "initializers are gone"),
          Map.entry(
              "medium[api-version-removed]: 'extensions/v1beta1' has no 'DaemonSet' since Kubernetes"
                  + " 1.16; 'apps/v1' replaces it",
              "written before 1.16"),
          Map.entry(
              "medium[api-version-removed]: 'policy/v1beta1' has no 'PodDisruptionBudget' since"
                  + " Kubernetes 1.25; 'policy/v1' replaces it",
              "written before 1.25"),
          Map.entry(
              "medium[api-version-removed]: 'policy/v1beta1' has no 'PodSecurityPolicy' since"
                  + " Kubernetes 1.25",
              "Pod Security admission took its place, and is no kind"),
          Map.entry(
              "medium[api-version-removed]: 'storage.k8s.io/v1beta1' has no 'StorageClass' since"
                  + " Kubernetes 1.22; 'storage.k8s.io/v1' replaces it",
              "written before 1.22"),
          Map.entry(
              "info[schema-cel-not-evaluated]: 'Rollout' has 1 condition in CEL, and CEL is not evaluated",
              "its definition has one"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'ArtifactGenerator' of 'source.extensions.fluxcd.io/v1beta1'",
              "the definition is not among the files"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'ClusterIssuer' of 'cert-manager.io/v1'",
              "the definition is not among the files"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'Gateway' of 'gateway.networking.k8s.io/v1'",
              "the definition is not among the files"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'GatewayClass' of 'gateway.networking.k8s.io/v1'",
              "the definition is not among the files"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'HTTPRoute' of 'gateway.networking.k8s.io/v1'",
              "the definition is not among the files"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'HelmRelease' of 'helm.toolkit.fluxcd.io/v2'",
              "the definition is not among the files"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'HelmRepository' of 'source.toolkit.fluxcd.io/v1'",
              "the definition is not among the files"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'Kustomization' of 'kustomize.toolkit.fluxcd.io/v1'",
              "the definition is not among the files"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'OCIRepository' of 'source.toolkit.fluxcd.io/v1'",
              "the definition is not among the files"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'PrometheusRule' of 'monitoring.coreos.com/v1'",
              "the definition is not among the files"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'ServiceMonitor' of 'monitoring.coreos.com/v1'",
              "the definition is not among the files"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'Config' of 'schema.plugin.fluxcd.io/v1beta1'",
              "a file for a plugin"),
          Map.entry(
              "info[schema-unknown-kind]: no schema is known for 'Policy' of 'v1'",
              "a file for an old scheduler"),
          Map.entry(
              "medium[invalid-selector]: there is no selector, and the pods have no labels that one"
                  + " could be made of",
              "a ReplicationController has to find its pods"),
          Map.entry(
              "medium[schema-invalid-value]: 'protocol' must be 'TCP', 'UDP' or 'SCTP', and is"
                  + " 'tcp'; did you mean 'TCP'?",
              "the server tells them apart by case"),
          Map.entry(
              "medium[schema-unknown-field]: unknown field 'imagefeatures' in 'spec.volumes[0].rbd'",
              "a parameter of a storage class, not of a volume"),
          Map.entry(
              "medium[schema-unknown-field]: unknown field 'imageformat' in 'spec.volumes[0].rbd'",
              "a parameter of a storage class, not of a volume"),
          Map.entry(
              "medium[schema-unknown-field]: unknown field 'pool' in 'spec.volumes[0].storageos'",
              "the volume has no pool; the field was dropped before its API was released"),
          Map.entry(
              "medium[schema-unknown-field]: unknown field 'protectionDoamin' in"
                  + " 'spec.volumes[0].scaleIO'; did you mean 'protectionDomain'?",
              "a typo"),
          Map.entry(
              "medium[schema-unknown-field]: unknown field 'secretName' in 'spec.storageos'",
              "the volume refers to its secret by secretRef"),
          Map.entry(
              "medium[schema-wrong-type]: 'lun' must be a whole number, and is the string '<ADD LUN"
                  + " ID Here>'",
              "left to be filled in"));

  @Test
  void everyThingThatIsFoundIsRight() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Environment real = Environment.ofProcess();
    Path corpus = Path.of(System.getProperty("corpus")).toAbsolutePath();
    Environment environment =
        new Environment(
            InputStream.nullInputStream(),
            out,
            new PrintStream(new ByteArrayOutputStream()),
            false,
            false,
            corpus,
            Map.of(),
            real.today());

    Cli.run(
        List.of(
            "check",
            "--quiet",
            "--profile",
            "recommended",
            "--no-ignores",
            "--rule",
            "schema-*",
            "--rule",
            "api-version-*",
            "--rule",
            "invalid-*",
            "."),
        environment);

    TreeSet<String> found = new TreeSet<>();
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.contains("problem["))
        .forEach(line -> found.add(line.replaceFirst("^[^\\[]*?:\\d+:\\d+: ", "")));
    assertThat(found).containsExactlyInAnyOrderElementsOf(RIGHT.keySet());
  }
}
