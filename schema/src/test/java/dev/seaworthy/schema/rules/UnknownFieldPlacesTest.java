package dev.seaworthy.schema.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that is wrong is found wherever it is. */
class UnknownFieldPlacesTest {

  private static final List<Rule> RULES = SchemaRules.of(Schemas.bundled());

  /** Each line ends with a name of its own, so that one can be misspelt. */
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        annotations: {}
      spec:
        replicas: 3
        strategy:
          rollingUpdate:
            maxSurge: 1
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            hostUsers: false
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                    - matchExpressions:
                        - key: a
                          operator: Exists
            initContainers:
              - name: init
                image: init
                restartPolicy: Always
            containers:
              - name: app
                image: web
                imagePullPolicy: Always
                securityContext:
                  allowPrivilegeEscalation: false
                  seccompProfile:
                    localhostProfile: x
                    type: Localhost
                ports:
                  - containerPort: 80
                    hostPort: 80
                livenessProbe:
                  httpGet:
                    port: 80
                    scheme: HTTPS
                lifecycle:
                  preStop:
                    exec:
                      command: [x]
                env:
                  - name: X
                    valueFrom:
                      secretKeyRef:
                        name: x
                        key: key1
                        optional: true
                volumeMounts:
                  - name: data
                    mountPath: /x
                    readOnly: true
            volumes:
              - name: data
                projected:
                  sources:
                    - serviceAccountToken:
                        path: x
                        expirationSeconds: 3600
      """;

  private static List<String> findings(String text) {
    var result = Analyzer.builder().rules(RULES).build().analyze(Source.of("a.yaml", text));
    assertThat(result.problems()).isEmpty();
    return result.findings().stream()
        .map(
            finding ->
                finding.ruleId()
                    + " "
                    + finding.location().span().start()
                    + " "
                    + finding.message())
        .toList();
  }

  @Test
  void theDeploymentIsValid() {
    assertThat(findings(DEPLOYMENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "annotations, anotations, metadata",
    "replicas, repliccas, spec",
    "maxSurge, maxsurge, spec.strategy.rollingUpdate",
    "labels, lables, spec.template.metadata",
    "hostUsers, hostUser, spec.template.spec",
    "operator, operater, spec.template.spec.affinity.nodeAffinity"
        + ".requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0]",
    "restartPolicy, restartpolicy, spec.template.spec.initContainers[0]",
    "imagePullPolicy, imagePulPolicy, spec.template.spec.containers[0]",
    "allowPrivilegeEscalation, allowPriviledgeEscalation,"
        + " spec.template.spec.containers[0].securityContext",
    "localhostProfile, localHostProfile,"
        + " spec.template.spec.containers[0].securityContext.seccompProfile",
    "hostPort, hostport, spec.template.spec.containers[0].ports[0]",
    "scheme, schema, spec.template.spec.containers[0].livenessProbe.httpGet",
    "command, comand, spec.template.spec.containers[0].lifecycle.preStop.exec",
    "optional, optionel, spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef",
    "readOnly, readonly, spec.template.spec.containers[0].volumeMounts[0]",
    "expirationSeconds, expirationSecond,"
        + " spec.template.spec.volumes[0].projected.sources[0].serviceAccountToken",
  })
  void aTypoAtAnyLevelIsToldAtItsKey(String right, String wrong, String place) {
    String text = DEPLOYMENT.replaceFirst("\\b" + right + ":", wrong + ":");
    String before = text.substring(0, text.indexOf(wrong + ":"));
    long line = before.lines().count();
    int column = before.length() - before.lastIndexOf('\n');
    assertThat(findings(text))
        .containsExactly(
            "schema-unknown-field %d:%d unknown field '%s' in '%s'; did you mean '%s'?"
                .formatted(line, column, wrong, place, right));
  }

  @Test
  void theItemsOfAListAreToldAtTheirPlace() {
    assertThat(
            findings(
                """
                apiVersion: v1
                kind: List
                items:
                  - apiVersion: v1
                    kind: Service
                    metadata: {name: a}
                    spec: {ports: [{port: 80}]}
                  - apiVersion: v1
                    kind: Pod
                    metadata: {name: b}
                    spec:
                      securityContex: {}
                      containers: [{name: a, image: b}]
                """))
        .containsExactly(
            "schema-unknown-field 12:7 unknown field 'securityContex' in 'spec'; did you mean"
                + " 'securityContext'?");
  }
}
