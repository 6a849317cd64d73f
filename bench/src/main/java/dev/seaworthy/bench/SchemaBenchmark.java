package dev.seaworthy.bench;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.schema.KubernetesSchemas;
import dev.seaworthy.schema.validate.CompiledSchema;
import dev.seaworthy.schema.validate.SchemaProblem;
import dev.seaworthy.schema.validate.SchemaViolation;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlLimits;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Holding a Deployment against its schema, beside parsing the same text. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class SchemaBenchmark {

  private static final String YAML =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        labels: {app: web}
      spec:
        replicas: 3
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            serviceAccountName: web
            securityContext:
              runAsNonRoot: true
              seccompProfile: {type: RuntimeDefault}
            containers:
              - name: app
                image: registry.example/web:1.4.2
                ports:
                  - containerPort: 8080
                    name: http
                env:
                  - name: MODE
                    value: fast
                  - name: PASSWORD
                    valueFrom:
                      secretKeyRef: {name: web, key: password}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 128Mi}
                securityContext:
                  allowPrivilegeEscalation: false
                  readOnlyRootFilesystem: true
                  capabilities:
                    drop: [ALL]
                livenessProbe:
                  httpGet: {path: /healthz, port: http}
                volumeMounts:
                  - name: data
                    mountPath: /data
            volumes:
              - name: data
                emptyDir: {}
      """;

  private CompiledSchema schema;
  private YamlNode object;
  private String text;

  @Setup
  public void read() throws SchemaProblem {
    text =
        KubernetesSchemas.of(KubernetesVersion.LATEST)
            .schema("apps/v1", "Deployment")
            .orElseThrow();
    schema = CompiledSchema.of(text);
    object = parse().documents().get(0).root();
  }

  @Benchmark
  public YamlStream parse() {
    return YamlReader.read(new SourceText("web.yaml", YAML), YamlLimits.DEFAULT);
  }

  @Benchmark
  public List<SchemaViolation> validate() throws SchemaProblem {
    return schema.validate(object);
  }

  @Benchmark
  public CompiledSchema compile() throws SchemaProblem {
    return CompiledSchema.of(text);
  }
}
