package dev.seaworthy.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The library keeps its hands off what belongs to the program that it is part of. */
class PurityTest {

  @Test
  void usesNoStandardStreams() throws Exception {
    assertThat(uses("java/lang/System\\.(in|out|err|setIn|setOut|setErr|console):.*")).isEmpty();
    assertThat(uses("java/lang/Throwable\\.printStackTrace:\\(\\)V")).isEmpty();
  }

  @Test
  void setsUpNoLogging() throws Exception {
    assertThat(uses("java/util/logging/.*|java/lang/System\\.getLogger:.*")).isEmpty();
  }

  @Test
  void readsNoEnvironment() throws Exception {
    assertThat(uses("java/lang/System\\.(getenv|getProperty|getProperties|lineSeparator):.*"))
        .isEmpty();
    assertThat(uses("java/lang/(Integer|Long|Boolean)\\.get(Integer|Long|Boolean):.*")).isEmpty();
  }

  @Test
  void asksForNoWorkingDirectory() throws Exception {
    assertThat(uses("java/nio/file/Path\\.toAbsolutePath:.*|java/io/File\\.getAbsolute.*"))
        .isEmpty();
  }

  @Test
  void readsNoClock() throws Exception {
    assertThat(uses("java/time/\\w+\\.now:.*|java/time/Clock\\.system.*")).isEmpty();
    assertThat(uses("java/lang/System\\.(currentTimeMillis|nanoTime):.*")).isEmpty();
    assertThat(uses("java/util/Date\\.<init>:\\(\\)V")).isEmpty();
  }

  @Test
  void dependsOnNoDefaultLocaleOrCharset() throws Exception {
    assertThat(uses("java/lang/String\\.(toLowerCase|toUpperCase):\\(\\).*")).isEmpty();
    assertThat(uses("java/lang/String\\.(format:\\(Ljava/lang/String;|formatted:).*")).isEmpty();
    assertThat(uses("java/lang/String\\.(getBytes:\\(\\)|<init>:\\(\\[B\\)).*")).isEmpty();
    assertThat(uses("java/(util/(Locale|TimeZone)|nio/charset/Charset)\\.(getD|d)efault.*"))
        .isEmpty();
  }

  @Test
  void endsNoProgramAndStartsNone() throws Exception {
    assertThat(uses("java/lang/(System|Runtime)\\.(exit|halt|exec|addShutdownHook):.*")).isEmpty();
    assertThat(uses("java/lang/ProcessBuilder\\..*")).isEmpty();
  }

  @Test
  void seesWhatClassesUse() throws Exception {
    assertThat(uses("java/lang/String\\.indexOf:.*")).isNotEmpty();
    assertThat(uses("java/util/Locale\\.ROOT:Ljava/util/Locale;")).isNotEmpty();
  }

  private static Set<String> uses(String pattern) throws Exception {
    Pattern unwanted = Pattern.compile(pattern);
    Set<String> uses = new TreeSet<>();
    for (Path file : LibraryClasses.files()) {
      for (String reference : ConstantPool.references(file)) {
        if (unwanted.matcher(reference).matches()) {
          uses.add(file.getFileName() + " uses " + reference);
        }
      }
    }
    return uses;
  }
}
