package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is computed from an object is kept with it. */
class DerivedTest {

  private final KubernetesObject object =
      Manifests.object("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");

  @Test
  void whatIsDerivedIsComputedOnceForEachType() {
    AtomicInteger computed = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      assertThat(object.derived(Integer.class, all -> computed.incrementAndGet())).isEqualTo(1);
    }
    assertThat(object.derived(String.class, KubernetesObject::name)).isEqualTo("a");
    assertThat(computed).hasValue(1);
  }

  @Test
  void anotherObjectHasItsOwn() {
    KubernetesObject renamed =
        object.with(Map.<FieldPath, Optional<YamlNode>>of(FieldPath.of("kind"), Optional.empty()));
    assertThat(object.derived(String.class, all -> "one")).isEqualTo("one");
    assertThat(renamed.derived(String.class, all -> "other")).isEqualTo("other");
  }

  @Test
  void whatIsDerivedCostsNobodysBudget() {
    ReadBudget.limit(
        0, () -> object.derived(String.class, all -> all.label("a").text() + all.name()));
    assertThatThrownBy(() -> ReadBudget.limit(0, () -> object.label("a")))
        .isInstanceOf(ReadBudget.ExhaustedException.class);
  }

  @Test
  void aFailureIsNotKept() {
    assertThatThrownBy(
            () ->
                object.derived(
                    String.class,
                    all -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(object.derived(String.class, all -> "yes")).isEqualTo("yes");
  }

  @Test
  void allThreadsGetTheSame() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 50; round++) {
        KubernetesObject fresh = Manifests.object("{apiVersion: v1, kind: ConfigMap}");
        Callable<Object> ask = () -> fresh.derived(Object.class, all -> new Object());
        List<Object> got = new ArrayList<>();
        for (Future<Object> one : threads.invokeAll(Collections.nCopies(8, ask))) {
          got.add(one.get());
        }
        assertThat(got).allSatisfy(each -> assertThat(each).isSameAs(got.get(0)));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
