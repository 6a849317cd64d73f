package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.ContainerRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real results of small rules, and what reports make of them. */
final class Samples {

  static final Tool TOOL =
      new Tool("seaworthy", "1.2.3", Optional.of(URI.create("https://example.org/seaworthy")));

  static final RulePages PAGES =
      rule -> Optional.of(URI.create("https://example.org/rules/" + rule.id() + ".md"));

  static final RuleMetadata PRIVILEGED =
      RuleMetadata.builder("privileged-container", "container runs privileged")
          .severity(Severity.HIGH)
          .category("privilege")
          .remediation(
              "Remove 'privileged: true' and add the single capability or device that is needed.")
          .references("https://kubernetes.io/docs/concepts/security/pod-security-standards/")
          .aliases("KSV-0017", "CKV_K8S_16")
          .standards("pss:baseline")
          .build();

  static final RuleMetadata PROBE =
      RuleMetadata.builder("liveness-probe-missing", "container has no liveness probe")
          .severity(Severity.LOW)
          .category("reliability")
          .remediation("Add a 'livenessProbe'.")
          .build();

  static final RuleMetadata LIMITS =
      RuleMetadata.builder("resource-limits-missing", "container has no resource limits")
          .severity(Severity.MEDIUM)
          .category("reliability")
          .remediation("Add 'resources.limits'.")
          .build();

  static final RuleMetadata NETWORK =
      RuleMetadata.builder("host-network", "pod shares the network of its node")
          .severity(Severity.CRITICAL)
          .category("namespace")
          .remediation("Remove 'hostNetwork: true'.")
          .build();

  static final List<Rule> RULES =
      List.of(
          new OnContainer(PRIVILEGED) {
            @Override
            public void check(Container container, Violations violations) {
              Field privileged = container.field().get("securityContext", "privileged");
              if (privileged.isTrue()) {
                violations.report(privileged, container + " runs privileged");
              }
            }
          },
          new OnContainer(PROBE) {
            @Override
            public void check(Container container, Violations violations) {
              Field probe = container.field().get("livenessProbe");
              if (!probe.isPresent()) {
                violations.report(probe, container + " has no liveness probe");
              }
            }
          },
          new OnContainer(LIMITS) {
            @Override
            public void check(Container container, Violations violations) {
              Field limits = container.field().get("resources", "limits");
              if (!limits.isPresent()) {
                violations.report(limits, container + " has no resource limits");
              }
            }
          },
          new HostNetwork());

  private Samples() {}

  static AnalysisResult analyse(String file, String yaml) {
    return analyse(Source.of(file, yaml));
  }

  static AnalysisResult analyse(Source... sources) {
    return Analyzer.builder().rules(RULES).build().analyze(sources);
  }

  /** A pod whose containers have all that the rules ask for, with more fields in the first. */
  static String pod(String fields) {
    return """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: prod
        spec:
          containers:
            - name: app
              livenessProbe: {}
              resources: {limits: {}}
        """
        + fields.indent(6);
  }

  /** A finding whose place is known as well as that. */
  static Finding at(Precision precision, Finding finding) {
    Location place = finding.location();
    return new Finding(
        finding.rule(),
        finding.message(),
        new Location(place.file(), place.span(), precision),
        finding.object(),
        finding.container(),
        finding.path(),
        finding.related(),
        finding.fingerprint());
  }

  static SourceLines quoting(String text) {
    return file -> Optional.of(new SourceText(file, text));
  }

  static String written(Report report, AnalysisResult result) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      report.write(result, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static JsonNode tree(Report report, AnalysisResult result) {
    return JsonMapper.shared().readTree(written(report, result));
  }

  private abstract static class OnContainer implements ContainerRule {

    private final RuleMetadata metadata;

    OnContainer(RuleMetadata metadata) {
      this.metadata = metadata;
    }

    @Override
    public RuleMetadata metadata() {
      return metadata;
    }
  }

  private static final class HostNetwork implements WorkloadRule {

    @Override
    public RuleMetadata metadata() {
      return NETWORK;
    }

    @Override
    public void check(Workload workload, Violations violations) {
      Field network = workload.spec().get("hostNetwork");
      if (network.isTrue()) {
        Violation violation = Violation.at(network, "pod shares the network of its node");
        violations.report(
            workload.containers().stream()
                .findFirst()
                .map(first -> violation.with(first.field().get("name"), "first container"))
                .orElse(violation));
      }
    }
  }
}
