package dev.seaworthy.schema.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClientTest {

  private static final String TEXT = "Ljava/lang/String;";
  private static final Facts NO_FACTS = new Facts(Set.of(), Map.of());
  private static final List<MinorVersion> VERSIONS =
      List.of(
          new MinorVersion(1, 1, "V1A"),
          new MinorVersion(1, 2, "V1A.b"),
          new MinorVersion(1, 3, "V1C"));

  @Test
  void isOfTheNewestVersionOfWhichItKnowsSomething() {
    assertThat(MinorVersion.of(client(model("V1A", "b")), VERSIONS).minor()).isEqualTo(2);
  }

  @Test
  void hasToKnowWhatCameWithOlderVersions() {
    assertThatThrownBy(() -> MinorVersion.of(client(model("V1A"), model("V1C")), VERSIONS))
        .hasMessageContaining("looks like 1.3 (V1C), but lacks what came with 1.2 (V1A.b)");
  }

  @Test
  void isRefusedWhenTooOld() {
    assertThatThrownBy(() -> MinorVersion.of(client(model("V1B")), VERSIONS))
        .hasMessageContaining("older version of Kubernetes than 1.1");
  }

  @Test
  void servesKindsWhoseModelsSayWhatTheyAre() {
    Client client =
        client(
            object("V1Job"),
            model("V1JobList", "items"),
            model("V1JobStatus", "active"),
            object("BatchV1Event"),
            object("V1Event"));

    assertThat(Kind.of(client))
        .containsExactly(
            new Kind("batch/v1", "Event", false, false, false, "BatchV1Event"),
            new Kind("batch/v1", "Job", true, false, true, "V1Job"),
            new Kind("batch/v1", "JobList", true, true, false, "V1JobList"));
  }

  @Test
  void asksForNothingThatOnlyAStatusHolds() {
    Model job =
        new Model(
            "V1Job",
            List.of(
                new Model.Field("apiVersion", TEXT, false),
                new Model.Field("kind", TEXT, false),
                new Model.Field("metadata", TEXT, false),
                new Model.Field("spec", TEXT, true),
                new Model.Field("status", reference("V1JobStatus"), false)));
    Model status = new Model("V1JobStatus", List.of(new Model.Field("active", TEXT, true)));
    Client client = client(job, status);
    List<Kind> kinds = Kind.of(client);

    Map<String, String> definitions = new Definitions(client, kinds, NO_FACTS).reachableFrom(kinds);

    assertThat(definitions.get("V1Job")).contains("\"required\":[\"metadata\",\"spec\"]");
    assertThat(definitions.get("V1JobStatus")).contains("\"active\"").doesNotContain("required");
    Facts optional = new Facts(Set.of("V1Job.spec"), Map.of());
    assertThat(new Definitions(client, kinds, optional).reachableFrom(kinds))
        .extractingByKey("V1Job")
        .asString()
        .contains("\"required\":[\"metadata\"]");
  }

  @Test
  void aValueIsTakenFromItsVersionOn() {
    String field = "V1Toleration.operator";

    assertThat(Facts.of(new MinorVersion(1, 34, "V1A")).constraint(field).values())
        .containsExactly("Exists", "Equal");
    assertThat(Facts.of(new MinorVersion(1, 35, "V1A")).constraint(field).values())
        .containsExactly("Exists", "Equal", "Lt", "Gt");
  }

  @Test
  void factsThatNoClientNeedsStopTheBuild() {
    assertThatThrownBy(() -> Facts.requireUseFor(List.of(client(model("V1A")))))
        .hasMessageStartingWith("no client needs these lines of optional-fields.txt: [V1RoleRef.");
  }

  private static String reference(String model) {
    return "Lio/kubernetes/client/openapi/models/" + model + ";";
  }

  private static Model object(String name) {
    return model(name, "apiVersion", "kind", "metadata");
  }

  private static Model model(String name, String... fields) {
    return new Model(
        name, Arrays.stream(fields).map(field -> new Model.Field(field, TEXT, false)).toList());
  }

  private static Client client(Model... models) {
    Map<String, Model> byName = new TreeMap<>();
    for (Model model : models) {
      byName.put(model.name(), model);
    }
    ApiClass api =
        new ApiClass(
            "BatchV1",
            "batch/v1",
            List.of(
                "createNamespacedJobCall",
                "readNamespacedJobStatusCall",
                "createEventCall",
                "listNamespacedJobCall"));
    return new Client(Path.of("client.jar"), byName, List.of(api));
  }
}
