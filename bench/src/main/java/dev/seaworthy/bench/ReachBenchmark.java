package dev.seaworthy.bench;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ObjectReader;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.reach.ReachAnalysis;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the reach of workloads costs in a cluster with so many bindings, beside reading the
 * bindings: it may grow with the workloads and with the bindings, and not with one times the other.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ReachBenchmark {

  /** Accounts of a namespace, each with a binding of its own. */
  private static final int PER_NAMESPACE = 50;

  private static final String[] RULES = {
    "{apiGroups: [''], resources: [configmaps], verbs: [get]}",
    "{apiGroups: [''], resources: [pods], verbs: [get, list]}",
    "{apiGroups: [apps], resources: [deployments], verbs: [patch]}",
    "{apiGroups: [''], resources: ['pods/exec'], verbs: [create]}",
    "{apiGroups: [''], resources: [secrets], verbs: [list]}",
  };

  @Param({"100", "1000", "10000"})
  private int bindings;

  @Param({"10", "1000"})
  private int workloads;

  private String text;
  private List<KubernetesObject> objects;
  private List<Workload> pods;

  @Setup
  public void write() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < bindings; i++) {
      yaml.append(bound(i));
    }
    text = yaml.toString();
    objects = objects(text);
    pods = new ArrayList<>();
    for (int i = 0; i < workloads; i++) {
      objects(pod(i % bindings)).forEach(pod -> pods.addAll(pod.workloads()));
    }
  }

  private static String bound(int i) {
    boolean everywhere = i % 100 == 99;
    String kind = everywhere ? "ClusterRole" : "Role";
    return """
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: %1$s
    metadata: {name: role-%2$d, namespace: team-%3$d}
    rules: [%4$s]
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: %1$sBinding
    metadata: {name: role-%2$d, namespace: team-%3$d}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %1$s, name: role-%2$d}
    subjects: [{kind: ServiceAccount, namespace: team-%3$d, name: account-%2$d}]
    """
        .formatted(kind, i, i / PER_NAMESPACE, RULES[i % RULES.length]);
  }

  private static String pod(int i) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: pod-%1$d, namespace: team-%2$d}
    spec:
      serviceAccountName: account-%1$d
      hostPID: %3$s
      containers: [{name: app, securityContext: {runAsNonRoot: %4$s}}]
    """
        .formatted(i, i / PER_NAMESPACE, i % 3 == 0, i % 2 == 0);
  }

  private static List<KubernetesObject> objects(String yaml) {
    List<KubernetesObject> objects = new ArrayList<>();
    ObjectReader reader = new ObjectReader(ClusterProfile.DEFAULT);
    YamlReader.read(new SourceText("all.yaml", yaml))
        .documents()
        .forEach(document -> objects.addAll(reader.read(document).objects()));
    return objects;
  }

  @Benchmark
  public YamlStream referenceReading() {
    return YamlReader.read(new SourceText("all.yaml", text));
  }

  @Benchmark
  public List<Reach> reach() {
    ReachAnalysis analysis = ReachAnalysis.of(ScannedObjects.of(objects));
    return pods.stream().map(analysis::of).toList();
  }
}
