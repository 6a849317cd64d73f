package dev.seaworthy.helm.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ValueLayersTest {

  private static final ValuesFile CHART =
      file(
          "values.yaml",
          """
          image:
            repository: nginx
            tag: "1.0"
          replicas: 2
          args: [a, b]
          probes: {live: {port: 80}}
          """);

  @Test
  void findsWhatTheChartSaysAndWhereItSaysIt() {
    ValueLayers values = ValueLayers.of(Optional.of(CHART), List.of(), List.of(), List.of());

    assertThat(shown(values, "image.tag")).isEqualTo("STRING 1.0 from values.yaml:3 image.tag");
    assertThat(shown(values, "replicas")).isEqualTo("INTEGER 2 from values.yaml:4 replicas");
    assertThat(shown(values, "image")).isEqualTo("MAP from values.yaml:1 image");
    assertThat(shown(values, "args")).isEqualTo("LIST from values.yaml:5 args");
    assertThat(shown(values, "args.1")).isEqualTo("STRING b from values.yaml:5 args[1]");
    assertThat(values.size(List.of("args"))).isEqualTo(OptionalInt.of(2));
    assertThat(values.keys(List.of("image"))).contains(List.of("repository", "tag"));
    assertThat(place(values, "image.tag").origin().location().orElseThrow().span())
        .hasToString("3:3-3:6");
  }

  @Test
  void findsNothingWhereNothingIs() {
    ValueLayers values = ValueLayers.of(Optional.of(CHART), List.of(), List.of(), List.of());

    for (String path : List.of("tag", "image.tag.x", "args.2", "args.x", "args.-1", "replicas.0")) {
      assertThat(values.find(path(path))).as(path).isEmpty();
    }
    assertThat(values.keys(List.of("args"))).isEmpty();
    assertThat(values.size(List.of("image"))).isEmpty();
    assertThat(ValueLayers.of(Optional.empty(), List.of(), List.of(), List.of()).find(path("a")))
        .isEmpty();
  }

  @Test
  void aStrongerLayerReplacesWhatIsNoMapAndAddsToMaps() throws SetSyntaxException {
    ValueLayers values =
        ValueLayers.of(
            Optional.of(CHART),
            List.of(
                file("a.yaml", "image: {tag: a, pullPolicy: Always}\nargs: [x]\n"),
                file("b.yaml", "image: {tag: b}\n")),
            set("image.tag=c,replicas=3"),
            List.of());

    assertThat(shown(values, "image.tag"))
        .isEqualTo("STRING c from --helm-set image.tag=c,replicas=3 image.tag");
    assertThat(shown(values, "replicas")).startsWith("INTEGER 3 from --helm-set");
    assertThat(shown(values, "image.pullPolicy"))
        .isEqualTo("STRING Always from a.yaml:1 image.pullPolicy");
    assertThat(shown(values, "image.repository")).endsWith("from values.yaml:2 image.repository");
    assertThat(shown(values, "args.0")).isEqualTo("STRING x from a.yaml:2 args[0]");
    assertThat(values.find(path("args.1"))).isEmpty();
    assertThat(values.keys(List.of("image"))).contains(List.of("pullPolicy", "repository", "tag"));
  }

  @Test
  void aMapHidesWhatIsNoMap() {
    ValueLayers values =
        ValueLayers.of(
            Optional.of(file("values.yaml", "a: 1\nb: {x: 1}\n")),
            List.of(file("f.yaml", "a: {k: 2}\nb: 5\n")),
            List.of(),
            List.of());

    assertThat(shown(values, "a.k")).startsWith("INTEGER 2 from f.yaml");
    assertThat(shown(values, "b")).startsWith("INTEGER 5 from f.yaml");
    assertThat(values.find(path("b.x"))).isEmpty();
  }

  @Test
  void whatIsNoMapInOneFileEndsTheMapOfTheFilesBeforeIt() {
    ValueLayers values =
        ValueLayers.of(
            Optional.of(file("values.yaml", "a: {chart: 1}\n")),
            List.of(
                file("1.yaml", "a: {first: 1}\n"),
                file("2.yaml", "a: text\n"),
                file("3.yaml", "a: {third: 1}\n")),
            List.of(),
            List.of());

    assertThat(values.keys(List.of("a"))).contains(List.of("chart", "third"));
  }

  @Test
  void nullTakesAValueAway() {
    ValueLayers values =
        ValueLayers.of(
            Optional.of(CHART),
            List.of(file("f.yaml", "image: {tag: null}\nprobes:\n")),
            List.of(),
            List.of());

    assertThat(shown(values, "image.tag")).isEqualTo("NULL from f.yaml:1 image.tag");
    assertThat(shown(values, "probes")).isEqualTo("NULL from f.yaml:2 probes");
    assertThat(values.find(path("probes.live"))).isEmpty();
    assertThat(values.keys(List.of("image"))).contains(List.of("repository"));
  }

  @Test
  void argumentsSetSingleItemsOfListsInValuesFilesOnly() throws SetSyntaxException {
    ValueLayers values =
        ValueLayers.of(
            Optional.of(CHART),
            List.of(file("f.yaml", "list:\n  - {name: a, value: 1}\n  - {name: b}\n")),
            set("list[0].value=2,list[3]=x,args[1]=z"),
            List.of());

    assertThat(shown(values, "list.0.name")).isEqualTo("STRING a from f.yaml:2 list[0].name");
    assertThat(shown(values, "list.0.value")).startsWith("INTEGER 2 from --helm-set");
    assertThat(shown(values, "list.1.name")).startsWith("STRING b from f.yaml:3");
    assertThat(values.size(List.of("list"))).isEqualTo(OptionalInt.of(4));
    assertThat(values.find(path("args.0"))).isEmpty();
    assertThat(shown(values, "args.1")).startsWith("STRING z from --helm-set");
  }

  @Test
  void aLaterArgumentReplacesWhatAnEarlierOneSet() throws SetSyntaxException {
    ValueLayers values =
        ValueLayers.of(
            Optional.empty(),
            List.of(file("f.yaml", "a: {old: 1}\n")),
            set("a=null,a.b=1,c={x,y},c[1]=z,d.e=1,d=2"),
            List.of());

    assertThat(values.keys(List.of("a"))).contains(List.of("b"));
    assertThat(shown(values, "c.0")).startsWith("STRING x");
    assertThat(shown(values, "c.1")).startsWith("STRING z");
    assertThat(shown(values, "d")).startsWith("INTEGER 2");
    assertThat(values.find(path("d.e"))).isEmpty();
  }

  @Test
  void aSubchartGetsWhatItsParentsSayUnderItsName() throws SetSyntaxException {
    ValueLayers parent =
        ValueLayers.of(
            Optional.of(file("values.yaml", "redis: {auth: {enabled: false}, port: 1}\n")),
            List.of(file("prod.yaml", "redis: {port: 2}\n")),
            set("redis.user=me"),
            List.of());
    ValueLayers child =
        parent.forSubchart(
            "redis",
            Optional.of(
                file(
                    "charts/redis/values.yaml",
                    "auth: {enabled: true, password: x}\nport: 6379\nname: r\n")),
            List.of());

    assertThat(shown(child, "auth.enabled"))
        .isEqualTo("BOOLEAN false from values.yaml:1 redis.auth.enabled");
    assertThat(shown(child, "port")).isEqualTo("INTEGER 2 from prod.yaml:1 redis.port");
    assertThat(shown(child, "user"))
        .isEqualTo("STRING me from --helm-set redis.user=me redis.user");
    assertThat(shown(child, "auth.password"))
        .isEqualTo("STRING x from charts/redis/values.yaml:1 auth.password");
    assertThat(shown(child, "name")).startsWith("STRING r from charts/redis/values.yaml:3");
  }

  @Test
  void globalsReachSubchartsOfSubchartsAndWinThere() {
    ValueLayers parent =
        ValueLayers.of(
            Optional.of(file("values.yaml", "global: {registry: top, sec: {a: 1}}\n")),
            List.of(),
            List.of(),
            List.of());
    ValueLayers child =
        parent.forSubchart(
            "mid",
            Optional.of(
                file("mid.yaml", "global: {registry: mid, sec: {b: 2}}\nleaf: {global: {c: 3}}\n")),
            List.of());
    ValueLayers leaf =
        child.forSubchart(
            "leaf", Optional.of(file("leaf.yaml", "global: {registry: leaf, d: 4}\n")), List.of());

    assertThat(shown(leaf, "global.registry"))
        .isEqualTo("STRING top from values.yaml:1 global.registry");
    assertThat(shown(leaf, "global.sec.b")).isEqualTo("INTEGER 2 from mid.yaml:1 global.sec.b");
    assertThat(shown(leaf, "global.c")).isEqualTo("INTEGER 3 from mid.yaml:2 leaf.global.c");
    assertThat(leaf.keys(List.of("global"))).contains(List.of("c", "d", "registry", "sec"));
    assertThat(shown(parent, "global.registry")).startsWith("STRING top");
  }

  @Test
  void globalsOfAnotherShapeLeaveWhatTheSubchartWasGiven() {
    ValueLayers parent =
        ValueLayers.of(
            Optional.of(
                file(
                    "values.yaml",
                    "global: {a: {x: 1}, b: 1}\nsub: {global: {a: 5, b: {k: 1}}}\n")),
            List.of(),
            List.of(),
            List.of());
    ValueLayers child = parent.forSubchart("sub", Optional.empty(), List.of());

    assertThat(shown(child, "global.a")).startsWith("INTEGER 5");
    assertThat(shown(child, "global.b.k")).startsWith("INTEGER 1");
  }

  @Test
  void importedValuesAreNotKnownUnlessSetMoreStrongly() {
    ValuesFile own = file("values.yaml", "data: {a: 1, b: {c: 1}}\nother: 1\n");
    ValueLayers some =
        ValueLayers.of(
            Optional.of(own),
            List.of(file("f.yaml", "data: {b: {d: 2}}\n")),
            List.of(),
            List.of(List.of("data", "b")));
    ValueLayers all =
        ValueLayers.of(
            Optional.of(own),
            List.of(file("f.yaml", "data: {a: 2}\n")),
            List.of(),
            List.of(List.of()));

    assertThat(some.find(path("data.b.c"))).isEmpty();
    assertThat(some.keys(path("data.b"))).isEmpty();
    assertThat(shown(some, "data.b.d")).startsWith("INTEGER 2 from f.yaml");
    assertThat(shown(some, "data.a")).startsWith("INTEGER 1 from values.yaml");
    assertThat(shown(all, "data.a")).startsWith("INTEGER 2 from f.yaml");
    assertThat(all.find(path("other"))).isEmpty();
  }

  @Test
  void aBrokenFileIsAProblemWithItsPlaceAndSaysNothing() {
    ValuesFile broken = file("broken.yaml", "a: 1\nb: [1\nc: 2\n");
    ValuesFile list = file("list.yaml", "- a\n");

    assertThat(broken.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind().id()).isEqualTo("yaml-syntax"))
        .satisfies(problem -> assertThat(problem.span().orElseThrow().start().line()).isEqualTo(3));
    assertThat(list.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .isEqualTo("values must be a mapping of keys to values"));
    assertThat(file("empty.yaml", "# nothing\n").problems()).isEmpty();
    assertThat(
            shown(
                ValueLayers.of(Optional.of(CHART), List.of(broken, list), List.of(), List.of()),
                "replicas"))
        .startsWith("INTEGER 2");
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void lookingThroughManyLayersOfSharedMapsCostsLittle() {
    StringBuilder bomb = new StringBuilder("global:\n  l0: &l0 {a: 1, b: 2}\n");
    for (int i = 1; i < 15; i++) {
      bomb.append("  l%d: &l%d {a: *l%d, b: *l%d}\n".formatted(i, i, i - 1, i - 1));
    }
    ValuesFile file = file("bomb.yaml", bomb.toString());
    ValueLayers values = ValueLayers.of(Optional.of(file), List.of(), List.of(), List.of());
    for (int i = 0; i < 200; i++) {
      values = values.forSubchart("sub", Optional.of(file), List.of());
    }

    assertThat(file.problems()).isEmpty();
    assertThat(shown(values, "global.l14" + ".a".repeat(15))).startsWith("INTEGER 1");
  }

  static ValuesFile file(String name, String text) {
    return ValuesFile.read(new SourceText(name, text));
  }

  private static List<SetValue> set(String argument) throws SetSyntaxException {
    return SetParser.parse(SetArgument.set(argument));
  }

  private static List<String> path(String path) {
    return Arrays.asList(path.split("\\."));
  }

  private static ValuePlace place(ValueLayers values, String path) {
    return values.find(path(path)).orElseThrow(() -> new AssertionError("no value at " + path));
  }

  private static String shown(ValueLayers values, String path) {
    ValuePlace place = place(values, path);
    String line =
        place.origin().location().map(found -> ":" + found.span().start().line()).orElse("");
    String text = place.text().isEmpty() ? "" : " " + place.text();
    String at = place.writtenPath();
    return place.kind() + text + " from " + place.origin().label() + line + " " + at;
  }
}
