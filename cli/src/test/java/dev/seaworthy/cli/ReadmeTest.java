package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {

  private static final Path README = Invocation.PROJECT.resolve("README.md");
  private static final String PROMPT = "$ ./seaworthy ";

  @TempDir Path folder;

  @Test
  void showsWhatTheProgramPrints() throws IOException {
    String readme = Files.readString(README);
    String actual = readme;
    List<MarkdownBlocks.Block> blocks = MarkdownBlocks.in(readme, "console");
    assertThat(blocks).isNotEmpty();
    for (MarkdownBlocks.Block block : blocks) {
      String command = block.content().lines().findFirst().orElseThrow();
      assertThat(command).startsWith(PROMPT);
      List<String> arguments = Arrays.asList(command.substring(PROMPT.length()).split(" "));
      String output = Invocation.in(Invocation.PROJECT, arguments).out();
      actual = actual.replace(block.content(), command + "\n" + output);
    }
    Golden.assertEquals(README, actual);
  }

  @Test
  void theEmbeddingExamplePrintsWhatItSays() throws Exception {
    assertPrints(README, "class Embedding", 0);
  }

  @Test
  void theRegoExamplesPrintWhatTheySay() throws Exception {
    assertPrints(README, "class AskPolicy", 1);
    Path policy = Invocation.PROJECT.resolve("testdata/rego/policy");
    Path page = Invocation.PROJECT.resolve("docs/rego.md");
    assertPrints(page, "class RunTests", 0, policy.toString());
    Path policies = Invocation.PROJECT.resolve("testdata/policies");
    assertPrints(
        Invocation.PROJECT.resolve("docs/policies.md"),
        "class OwnPolicies",
        0,
        policies.toString());
  }

  /** Runs an example and compares what it prints with a block of the page. */
  private void assertPrints(Path page, String marker, int block, String... arguments)
      throws Exception {
    String text = Files.readString(page);
    Class<?> example = CompiledExample.load(java(text, marker), folder);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      example.getMethod("main", String[].class).invoke(null, (Object) arguments);
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo(MarkdownBlocks.in(text, "text").get(block).content());
  }

  @Test
  void theRuleExampleFindsWhatItIsFor() throws Exception {
    String source = java(Files.readString(README), "class OwnerMissing");
    Rule rule = (Rule) CompiledExample.load(source, folder).getConstructor().newInstance();
    Analyzer analyzer = Analyzer.builder().rules(List.of(rule)).build();
    String owned = "metadata: {labels: {owner: me}}\n";
    String pod = "apiVersion: v1\nkind: Pod\nspec: {containers: []}\n";
    assertThat(analyzer.analyze(Source.of("pod.yaml", pod)).findings())
        .singleElement()
        .hasToString("pod.yaml:1:1: medium[owner-missing]: pod has no owner");
    assertThat(analyzer.analyze(Source.of("pod.yaml", pod + owned)).findings()).isEmpty();
  }

  private static String java(String markdown, String marker) {
    return MarkdownBlocks.in(markdown, "java").stream()
        .map(MarkdownBlocks.Block::content)
        .filter(content -> content.contains(marker))
        .findFirst()
        .orElseThrow();
  }
}
