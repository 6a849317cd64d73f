package dev.seaworthy.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The library keeps its hands off what belongs to the program that it is part of. */
class PurityTest {

  private static final Map<String, List<String>> REFERENCES = new TreeMap<>();

  @BeforeAll
  static void readClasses() throws Exception {
    for (Path file : LibraryClasses.files()) {
      REFERENCES.put(file.getFileName().toString(), ConstantPool.references(file));
    }
  }

  @Test
  void usesNoStandardStreams() {
    assertThat(uses("java/lang/System\\.(in|out|err|setIn|setOut|setErr|console):.*")).isEmpty();
    assertThat(uses("java/lang/Throwable\\.printStackTrace:\\(\\)V")).isEmpty();
  }

  @Test
  void setsUpNoLogging() {
    assertThat(uses("java/util/logging/.*|java/lang/System\\.getLogger:.*")).isEmpty();
  }

  @Test
  void readsNoEnvironment() {
    assertThat(uses("java/lang/System\\.(getenv|getProperty|getProperties|lineSeparator):.*"))
        .isEmpty();
    assertThat(uses("java/lang/(Integer|Long|Boolean)\\.get(Integer|Long|Boolean):.*")).isEmpty();
  }

  @Test
  void asksForNoWorkingDirectory() {
    assertThat(uses("java/nio/file/Path\\.toAbsolutePath:.*|java/io/File\\.getAbsolute.*"))
        .isEmpty();
  }

  @Test
  void readsNoClock() {
    assertThat(uses("java/time/\\w+\\.now:.*|java/time/Clock\\.system.*")).isEmpty();
    assertThat(uses("java/lang/System\\.(currentTimeMillis|nanoTime):.*")).isEmpty();
    assertThat(uses("java/util/Date\\.<init>:\\(\\)V")).isEmpty();
  }

  @Test
  void dependsOnNoDefaultLocaleOrCharset() {
    assertThat(uses("java/lang/String\\.(toLowerCase|toUpperCase):\\(\\).*")).isEmpty();
    assertThat(uses("java/lang/String\\.(format:\\(Ljava/lang/String;|formatted:).*")).isEmpty();
    assertThat(uses("java/lang/String\\.(getBytes:\\(\\)|<init>:\\(\\[B\\)).*")).isEmpty();
    assertThat(uses("java/(util/(Locale|TimeZone)|nio/charset/Charset)\\.(getD|d)efault.*"))
        .isEmpty();
  }

  @Test
  void endsNoProgramAndStartsNone() {
    assertThat(uses("java/lang/(System|Runtime)\\.(exit|halt|exec|addShutdownHook):.*")).isEmpty();
    assertThat(uses("java/lang/ProcessBuilder\\..*")).isEmpty();
  }

  @Test
  void seesWhatClassesUse() {
    assertThat(uses("java/lang/String\\.indexOf:.*")).isNotEmpty();
    assertThat(uses("java/util/Locale\\.ROOT:Ljava/util/Locale;")).isNotEmpty();
  }

  private static Set<String> uses(String pattern) {
    Predicate<String> unwanted = Pattern.compile(pattern).asMatchPredicate();
    Set<String> uses = new TreeSet<>();
    REFERENCES.forEach(
        (file, references) ->
            references.stream()
                .filter(unwanted)
                .forEach(reference -> uses.add(file + " uses " + reference)));
    return uses;
  }
}
