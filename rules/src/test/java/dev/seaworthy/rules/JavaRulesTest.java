package dev.seaworthy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seaworthy.rule.Rule;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule in Java: its class, its registration and its test fit together. */
class JavaRulesTest {

  static List<Rule> classes() {
    return JavaRules.all();
  }

  @ParameterizedTest
  @MethodSource("classes")
  void classHasTheNameOfTheRule(Rule rule) {
    String name = rule.getClass().getSimpleName();
    assertThat(name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
        .isEqualTo(rule.metadata().id());
    assertThat(rule.getClass().getPackageName())
        .isEqualTo("dev.seaworthy.rules." + rule.metadata().category());
  }

  @ParameterizedTest
  @MethodSource("classes")
  void classHasATest(Rule rule) {
    String name = rule.getClass().getName() + "Test";
    assertThatCode(() -> Class.forName(name)).as("write %s", name).doesNotThrowAnyException();
  }

  @Test
  void rulesAreSorted() {
    assertThat(JavaRules.all()).extracting(rule -> rule.metadata().id()).isSorted();
  }

  @Test
  void everyRuleIsRegistered() throws Exception {
    assertThat(ruleClasses())
        .containsExactlyInAnyOrderElementsOf(
            JavaRules.all().stream().<Class<?>>map(Object::getClass).toList());
  }

  private static List<Class<?>> ruleClasses() throws Exception {
    Path root =
        Path.of(JavaRules.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
        Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
        boolean ofStandard = type.getPackageName().endsWith(".podsecurity");
        boolean isRule = Rule.class.isAssignableFrom(type);
        if (isRule && !Modifier.isAbstract(type.getModifiers()) && !ofStandard) {
          found.add(type);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return found;
  }
}
