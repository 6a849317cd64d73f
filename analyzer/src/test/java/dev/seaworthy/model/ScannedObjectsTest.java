package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScannedObjectsTest {

  private static final GroupKind ACCOUNT = GroupKind.core("ServiceAccount");

  private final List<KubernetesObject> objects = new ArrayList<>();

  @Test
  void prefersTheNamespaceThatBothName() {
    KubernetesObject user = add("a/user.yaml", "ConfigMap", "namespace: prod");
    add("a/account.yaml", "ServiceAccount", "name: app");
    add("b/account.yaml", "ServiceAccount", "name: app, namespace: prod");
    add("a/other.yaml", "ServiceAccount", "name: app, namespace: test");

    assertThat(neighbours(user)).containsExactly("b/account.yaml");
  }

  @Test
  void anObjectThatLeavesItsNamespaceOpenCanBeMeant() {
    KubernetesObject user = add("a/user.yaml", "ConfigMap", "namespace: prod");
    add("b/account.yaml", "ServiceAccount", "name: app");
    add("a/other.yaml", "ServiceAccount", "name: app, namespace: test");

    assertThat(neighbours(user)).containsExactly("b/account.yaml");
  }

  @Test
  void aReferenceWithoutNamespaceMayMeanAny() {
    KubernetesObject user = add("a/user.yaml", "ConfigMap", "name: user");
    add("a/account.yaml", "ServiceAccount", "name: app, namespace: test");
    add("b/account.yaml", "ServiceAccount", "name: app, namespace: prod");

    assertThat(neighbours(user)).containsExactly("a/account.yaml");
  }

  @Test
  void whatLiesEquallyNearCannotBeToldApart() {
    KubernetesObject user = add("apps/user.yaml", "ConfigMap", "name: user");
    add("apps/a/account.yaml", "ServiceAccount", "name: app");
    add("apps-b/account.yaml", "ServiceAccount", "name: app");
    add("apps/c/account.yaml", "ServiceAccount", "name: app");

    assertThat(neighbours(user)).containsExactly("apps/a/account.yaml", "apps/c/account.yaml");
  }

  @Test
  void whatIsDerivedIsComputedOnce() {
    ScannedObjects scanned = ScannedObjects.of(objects);
    AtomicInteger computed = new AtomicInteger();

    for (int i = 0; i < 2; i++) {
      assertThat(scanned.derived(Integer.class, all -> computed.incrementAndGet())).isEqualTo(1);
    }
    assertThat(scanned.derived(String.class, all -> "other")).isEqualTo("other");
  }

  @Test
  void whatIsDerivedCostsNobodysBudget() {
    KubernetesObject object = add("a.yaml", "ServiceAccount", "name: app");
    ScannedObjects scanned = ScannedObjects.of(objects);

    ReadBudget.limit(
        1,
        () -> {
          scanned.derived(
              String.class, all -> all.own(ACCOUNT).get(0).label("a").text() + object.name());
          object.root().get("kind");
        });
    assertThatThrownBy(() -> ReadBudget.limit(1, () -> object.label("a")))
        .isInstanceOf(ReadBudget.ExhaustedException.class);
  }

  @Test
  void whatIsAddedIsToldFromItsBase() {
    add("a.yaml", "ServiceAccount", "name: app");
    ScannedObjects base = ScannedObjects.of(objects);
    KubernetesObject more = add("b.yaml", "ServiceAccount", "name: app");
    ScannedObjects both = base.with(List.of(more));

    assertThat(both.base()).containsSame(base);
    assertThat(both.own(ACCOUNT)).containsExactly(more);
    assertThat(base.base()).isEmpty();
    assertThat(base.own(GroupKind.core("Secret"))).isEmpty();
  }

  private KubernetesObject add(String file, String kind, String metadata) {
    String yaml = "{apiVersion: v1, kind: " + kind + ", metadata: {" + metadata + "}}";
    YamlDocument document = YamlReader.read(new SourceText(file, yaml)).documents().get(0);
    KubernetesObject object =
        new ObjectReader(ClusterProfile.DEFAULT).read(document).objects().get(0);
    objects.add(object);
    return object;
  }

  private List<String> neighbours(KubernetesObject from) {
    return ScannedObjects.of(objects).neighbours(ACCOUNT, "app", from).stream()
        .map(object -> object.document().source().name())
        .toList();
  }
}
