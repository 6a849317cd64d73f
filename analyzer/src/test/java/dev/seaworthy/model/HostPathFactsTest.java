package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The facts about host paths hold together: rules look things up in them. */
class HostPathFactsTest {

  private static final YamlMapping FACTS = Facts.about("host_paths");

  @Test
  void everyPathIsOfAKindAndEveryKindHasAPath() {
    Set<String> named = new TreeSet<>(kinds("folders").values());
    named.addAll(kinds("paths").values());
    named.addAll(kinds("patterns").values());
    assertThat(named).containsExactlyElementsOf(new TreeSet<>(mapping("kinds").keySet()));
  }

  @Test
  void pathsAreAsTheNodeSeesThem() {
    for (String facts : new String[] {"folders", "paths"}) {
      assertThat(kinds(facts).keySet())
          .allSatisfy(path -> assertThat(normalised(path)).isEqualTo(path));
    }
  }

  @Test
  void noPathIsDeeperThanRulesLook() {
    assertThat(kinds("paths").keySet())
        .allSatisfy(path -> assertThat(path.split("[/\\\\]")).hasSizeLessThanOrEqualTo(10));
  }

  @Test
  void patternsCompile() {
    assertThat(kinds("patterns").keySet())
        .allSatisfy(pattern -> assertThat(Pattern.compile(pattern).matcher("")).isNotNull());
  }

  private static String normalised(String path) {
    String normalised =
        Manifests.pod("volumes: [{name: a, hostPath: {path: '%s'}}]".formatted(path))
            .volumes()
            .get(0)
            .hostPath()
            .orElseThrow()
            .normalised();
    return path.contains("\\") ? normalised.toLowerCase(Locale.ROOT) : normalised;
  }

  private static Map<String, String> kinds(String facts) {
    Map<String, String> kinds = new LinkedHashMap<>();
    mapping(facts).forEach((path, kind) -> kinds.put(path, ((YamlScalar) kind.value()).text()));
    return kinds;
  }

  private static Map<String, YamlEntry> mapping(String name) {
    Map<String, YamlEntry> entries = new LinkedHashMap<>();
    YamlMapping mapping = (YamlMapping) FACTS.get(name).orElseThrow();
    mapping.entries().forEach(entry -> entries.put(entry.name(), entry));
    return entries;
  }
}
