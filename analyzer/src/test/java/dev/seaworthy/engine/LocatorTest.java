package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LocatorTest {

  private static final String HEAD = "apiVersion: v1\nkind: Pod\n";
  private static final Function<KubernetesObject, Field> HOST_PID = at("spec", "hostPID");

  @Test
  void pointsAtTheOffendingValue() {
    assertPlace(HEAD + "spec:\n  hostPID: true # why\n", HOST_PID, "4:12", "true");
    assertPlace(HEAD + "spec: {a: 1, hostPID: true}\n", HOST_PID, "3:23", "true");
    assertPlace(HEAD + "spec: {\n  hostPID: 'true' }\n", HOST_PID, "4:12", "'true'");
  }

  @Test
  void pointsAtTheKeyOfWhatTakesSeveralLines() {
    assertPlace(HEAD + "spec:\n  hostPID:\n    a: 1\n", HOST_PID, "4:3", "hostPID");
    assertPlace(HEAD + "spec:\n  hostPID:\n  - a\n", HOST_PID, "4:3", "hostPID");
    assertPlace(HEAD + "spec: {hostPID: {a: 1}}\n", HOST_PID, "3:17", "{a: 1}");
    assertPlace(HEAD + "spec: {hostPID: {\n a: 1}}\n", HOST_PID, "3:8", "hostPID");
    assertPlace(HEAD + "spec:\n  hostPID: |\n    a\n", HOST_PID, "4:12", "|\n    a");
  }

  @Test
  void pointsAtTheStartOfAnItemOfSeveralLines() {
    Function<KubernetesObject, Field> item = object -> object.root().get("list").item(0);
    assertPlace(HEAD + "list:\n- a: 1\n  b: 2\n", item, "4:3", "a: 1");
    assertPlace(HEAD + "list:\n- {a: 1, b: 2}\n", item, "4:3", "{a: 1, b: 2}");
  }

  @Test
  void pointsAtTheKeyOfTheDeepestParentOfWhatIsMissing() {
    assertPlace(HEAD + "spec:\n  a: 1\n", HOST_PID, "3:1", "spec");
    assertPlace(HEAD + "spec: {}\n", HOST_PID, "3:1", "spec");
    assertPlace(HEAD + "spec: text\n", HOST_PID, "3:1", "spec");
    assertPlace(HEAD + "a: {spec: {\n b: 1 }}\n", at("a", "spec", "hostPID"), "3:5", "spec");
  }

  @Test
  void pointsAtTheFirstMemberOfAnItemOrObjectThatLacksOne() {
    Function<KubernetesObject, Field> name = object -> object.root().get("list").item(1).get("x");

    assertPlace(HEAD, HOST_PID, "1:1", "apiVersion: v1");
    assertPlace(HEAD + "list:\n- a\n- b: 1 # why\n  c: 2\n", name, "5:3", "b: 1");
    assertPlace(HEAD + "list:\n- a\n- b:\n    c: 2\n", name, "5:3", "b");
    assertPlace(HEAD + "list:\n- a\n- b: # why\n    c: 2\n", name, "5:3", "b");
    assertPlace(HEAD + "list:\n- a\n- b: >\n    c\n  d: 1\n", name, "5:3", "b: >");
    assertPlace(HEAD + "list: [a, {b: 1, c: 2}]\n", name, "3:11", "{b: 1, c: 2}");
    assertPlace(HEAD + "list: [a, {\n b: 1}]\n", name, "3:11", "{");
    assertPlace(HEAD + "list:\n- a\n- {}\n", name, "5:3", "{}");
    assertPlace(HEAD + "list:\n- a\n- b\n", name, "5:3", "b");
    assertPlace(HEAD + "list:\n- a\n- <<: {c: 1}\n  b: 1\n", name, "5:3", "<<: {c: 1}");
  }

  @Test
  void pointsAtTheListThatLacksAnItem() {
    Function<KubernetesObject, Field> third = object -> object.root().get("list").item(2);

    assertPlace(HEAD + "list: [a, b]\n", third, "3:1", "list");
    assertPlace(HEAD + "list: [a, b, c]\n", third, "3:14", "c");
    assertPlace(HEAD + "list: {a: 1}\n", third, "3:1", "list");
    assertPlace(HEAD + "list:\n- a\n- b\n-   c\n", third, "6:5", "c");
  }

  @Test
  void pointsAtTheKeyOfAnEmptyValue() {
    assertPlace(HEAD + "spec:\n  hostPID:\n", HOST_PID, "4:3", "hostPID");
    assertPlace(HEAD + "spec:\n", HOST_PID, "3:1", "spec");
    assertPlace(HEAD + "spec: {hostPID: }\n", HOST_PID, "3:8", "hostPID");
  }

  @Test
  void pointsAtAnExplicitNull() {
    assertPlace(HEAD + "spec: {hostPID: null}\n", HOST_PID, "3:17", "null");
    assertPlace(HEAD + "spec: ~\n", HOST_PID, "3:1", "spec");
  }

  @Test
  void pointsIntoTheItemsOfLists() {
    String yaml =
        """
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: List
            items:
              - {apiVersion: v1, kind: Pod, spec: {hostPID: true}}
        """;
    assertPlace(yaml, HOST_PID, "7:53", "true");
    assertPlace(
        yaml.replace(", spec: {hostPID: true}", ""),
        HOST_PID,
        "7:9",
        "{apiVersion: v1, kind: Pod}");
  }

  @Test
  void pointsAtTheAnchorAndRelatesTheAlias() {
    Finding finding =
        finding(HEAD + "other: &yes true\nspec:\n  hostPID: *yes\n", at("spec", "hostPID"));

    assertThat(finding.location().span()).hasToString("3:13-3:17");
    assertThat(related(finding)).containsExactly("file.yaml:5:12 used here through alias '*yes'");
    assertThat(finding.path()).isEqualTo("spec.hostPID");
  }

  @Test
  void relatesAllAliasesOnTheWay() {
    Finding finding =
        finding(
            HEAD + "a: &a true\nb: &b {hostPID: *a}\nlist:\n- *b\n",
            object -> object.root().get("list").item(0).get("hostPID"));

    assertThat(finding.location()).hasToString("file.yaml:3:7");
    assertThat(related(finding))
        .containsExactly(
            "file.yaml:6:3 used here through alias '*b'",
            "file.yaml:4:17 used here through alias '*a'");
  }

  @Test
  void pointsAtWhatUsesTheAliasThatLacksAMember() {
    Function<KubernetesObject, Field> inItem = object -> object.root().get("list").item(0).get("x");

    assertPlace(HEAD + "other: &o {a: 1}\nspec: *o\n", HOST_PID, "4:1", "spec");
    assertPlace(HEAD + "other: &o {a: 1}\nlist: [*o]\n", inItem, "4:8", "*o");
  }

  @Test
  void relatesTheAliasOnTheWayToWhatIsMissingFurtherDown() {
    Finding finding =
        finding(HEAD + "other: &o {a: {b: 1}}\nspec: *o\n", at("spec", "a", "hostPID"));

    assertThat(finding.location()).hasToString("file.yaml:3:12");
    assertThat(related(finding)).containsExactly("file.yaml:4:7 used here through alias '*o'");
  }

  @Test
  void pointsAtTheTextOfMergedMembers() {
    Finding merged =
        finding(HEAD + "base: &base {hostPID: true}\nspec:\n  <<: *base\n  b: 2\n", HOST_PID);

    assertThat(merged.location()).hasToString("file.yaml:3:23");
    assertThat(related(merged)).containsExactly("file.yaml:5:7 used here through alias '*base'");
  }

  @Test
  void pointsAtTheOwnMemberThatOverridesAMergedOne() {
    Finding own =
        finding(
            HEAD + "base: &base {hostPID: false}\nspec:\n  <<: [*base]\n  hostPID: true\n",
            HOST_PID);

    assertThat(own.location()).hasToString("file.yaml:6:12");
    assertThat(own.related()).isEmpty();
  }

  @Test
  void countsUtf16UnitsAndTakesNoHarmFromTextBefore() {
    assertPlace(
        HEAD + "# \u00e4\u00f6\u20ac \ud83d\ude80\nspec: {hostPID: true}\n",
        HOST_PID,
        "4:17",
        "true");
    assertPlace(
        HEAD + "spec: {'\u00e9': \"\ud83d\ude80\", hostPID: true}\n", HOST_PID, "3:28", "true");
    assertPlace("\uFEFF" + HEAD + "spec: {hostPID: true}\n", HOST_PID, "3:17", "true");
  }

  @Test
  void pointsIntoLaterDocuments() {
    assertPlace(
        "# first\n---\n# none\n---\n" + HEAD + "spec:\n  hostPID: true\n...\n---\n",
        HOST_PID,
        "8:12",
        "true");
  }

  @Test
  void countsLinesThatEndWithCarriageReturns() {
    assertPlace(
        (HEAD + "spec:\n  hostPID: true\n").replace("\n", "\r\n"), HOST_PID, "4:12", "true");
    assertPlace((HEAD + "spec:\n  hostPID:\n").replace("\n", "\r\n"), HOST_PID, "4:3", "hostPID");
  }

  @Test
  void pointsIntoJson() {
    String json =
        """
        {
        \t"apiVersion": "v1", "kind": "Pod",
        \t"spec": { "caf\\u00e9": "\ud83d\ude80", "hostPID": true }
        }
        """;
    assertPlace(json, HOST_PID, "3:42", "true");
    assertPlace(json.replace(", \"hostPID\": true", ""), HOST_PID, "3:2", "\"spec\"");
  }

  @Test
  void showsAFieldAtAnotherNode() {
    Finding finding =
        finding(
            HEAD + "other: here\nspec: {hostPID: true}\n",
            object ->
                HOST_PID.apply(object).shownAt(object.root().get("other").node().orElseThrow()));

    assertThat(finding.location()).hasToString("file.yaml:3:8");
    assertThat(finding.path()).isEqualTo("spec.hostPID");
  }

  @Test
  void placesRelatedFields() {
    Rule rule =
        AdHocRule.onObject(
            "rule",
            (object, violations) ->
                violations.report(
                    Violation.at(object.root().get("kind"), "it is wrong")
                        .with(object.root().get("spec", "a"), "with this")));

    assertThat(related(analysed(rule, HEAD + "spec: {a: 1}\n")))
        .containsExactly("file.yaml:3:11 with this");
  }

  private static Function<KubernetesObject, Field> at(String first, String... more) {
    return object -> object.root().get(first, more);
  }

  private static void assertPlace(
      String yaml, Function<KubernetesObject, Field> field, String start, String text) {
    Finding finding = finding(yaml, field);
    Span span = finding.location().span();
    assertThat(span.start()).as(yaml).hasToString(start);
    assertThat(textAt(yaml, span)).as(yaml).isEqualTo(text);
    assertThat(finding.related()).isEmpty();
  }

  /** The text of a span, worked out from its lines and columns. */
  private static String textAt(String yaml, Span span) {
    String read = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
    SourceText text = new SourceText("file.yaml", read);
    int start = 0;
    while (!text.position(start).equals(span.start())) {
      start++;
    }
    int end = start;
    while (!text.position(end).equals(span.end())) {
      end++;
    }
    return read.substring(start, end).strip();
  }

  private static Finding finding(String yaml, Function<KubernetesObject, Field> field) {
    return analysed(AdHocRule.at("rule", field), yaml);
  }

  private static Finding analysed(Rule rule, String yaml) {
    AnalysisResult result =
        Analyzer.builder().rules(List.of(rule)).build().analyze(Source.of("file.yaml", yaml));
    assertThat(result.problems()).isEmpty();
    assertThat(result.findings()).hasSize(1);
    return result.findings().get(0);
  }

  private static List<String> related(Finding finding) {
    return finding.related().stream()
        .map(related -> related.location() + " " + related.message())
        .toList();
  }
}
