package dev.seaworthy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTesterTest {

  private static final RuleTester TESTER = RuleTester.of(new Words());

  @Test
  void acceptsWhatIsMarkedAtTheEndOfTheLine() {
    passes(
        """
        apiVersion: v1
        kind: Words
        words: [bad] #! word 'bad'
        """);
  }

  @Test
  void acceptsStackedMarksAboveTheLine() {
    passes(
        """
        apiVersion: v1
        kind: Words
        #! word 'bad'
          #! word 'worse'
        words: [bad, worse, worst] #! word 'worst'
        """);
  }

  @Test
  void acceptsSeveralMarksOnOneLine() {
    passes("{apiVersion: v1, kind: Words, words: [bad, worse]} #! 'bad' #! 'worse'\n");
  }

  @Test
  void acceptsTwoFindingsOfOneTextIfBothAreMarked() {
    passes("{apiVersion: v1, kind: Words, words: [bad, bad]} #! 'bad' #! 'bad'\n");
  }

  @Test
  void givesTheMoreSpecificMarkToTheFindingThatHasIt() {
    passes("{apiVersion: v1, kind: Words, words: [badly, bad]} #! bad #! badly\n");
    passes("{apiVersion: v1, kind: Words, words: [bad, badly]} #! badly #! bad\n");
  }

  @Test
  void acceptsCleanText() {
    passes("{apiVersion: v1, kind: Words, words: [good]}\n");
  }

  @Test
  void failsOnAFindingWithoutAMark() {
    fails(
        """
        apiVersion: v1
        kind: Words
        words:
          - bad
        """,
        "rule 'bad-word':",
        "unexpected at test.yaml:4:5: medium[bad-word]: word 'bad' is used");
  }

  @Test
  void failsOnASecondFindingOnAMarkedLine() {
    fails(
        "{apiVersion: v1, kind: Words, words: [bad, worse]} #! 'bad'\n",
        "unexpected at test.yaml:1:44");
  }

  @Test
  void failsOnAFindingOnAnotherLineThanTheMark() {
    fails(
        """
        apiVersion: v1
        kind: Words #! 'bad'
        words: [bad]
        """,
        "missing at line 2: 'bad'",
        "unexpected at test.yaml:3:9");
  }

  @Test
  void failsOnAMarkWithoutAFinding() {
    fails("{apiVersion: v1, kind: Words, words: [good]} #! 'bad'\n", "missing at line 1: 'bad'");
  }

  @Test
  void failsIfTwoMarksHaveOneFindingBetweenThem() {
    fails(
        "{apiVersion: v1, kind: Words, words: [bad]} #! 'bad' #! is used\n",
        "missing at line 1: 'bad'");
    fails("{apiVersion: v1, kind: Words, words: [bad]} #! 'bad' #! 'bad'\n", "missing at line 1");
  }

  @Test
  void failsOnAMarkWithAnotherText() {
    fails(
        "{apiVersion: v1, kind: Words, words: [bad]} #! 'worse'\n",
        "unexpected at test.yaml:1:39",
        "missing at line 1: 'worse'");
  }

  @Test
  void failsOnAMarkThatHasNoLineBelow() {
    fails("{apiVersion: v1, kind: Words}\n#! 'bad'\n", "a mark at the end has no line to mark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kind: Words\n",
        "apiVersion: v1\nkind: [Words\n",
        "apiVersion: v1\nkind: Words\nwords: [crash]\n",
        "apiVersion: v1\nkind: Words\n---\na: &a\n b: *c\n"
      })
  void failsOnTextThatCannotBeAnalysed(String yaml) {
    fails(yaml, "cannot be analysed");
    assertThatThrownBy(() -> TESTER.findings(yaml))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("cannot be analysed");
  }

  @Test
  void failsOnASuppressionThatHidesWhatIsMarked() {
    fails(
        """
        apiVersion: v1
        kind: Words
        # seaworthy: ignore[bad-word] for a test
        words: [bad] #! 'bad'
        """,
        "missing at line 4: 'bad'");
  }

  @Test
  void triesTheRuleWithOtherAssumptions() {
    ClusterProfile old = ClusterProfile.of(new KubernetesVersion(1, 20));

    assertThat(TESTER.on(old).findings("{apiVersion: v1, kind: Words, words: [bad]}"))
        .extracting(finding -> finding.message())
        .containsExactly("word 'bad' is used on 1.20");
  }

  @Test
  void handsOutFindings() {
    assertThat(TESTER.findings("{apiVersion: v1, kind: Words, words: [good, bad]}"))
        .extracting(finding -> finding.path())
        .containsExactly("words[1]");
  }

  private static void passes(String yaml) {
    assertThatCode(() -> TESTER.check(yaml)).doesNotThrowAnyException();
  }

  private static void fails(String yaml, String... messages) {
    assertThatThrownBy(() -> TESTER.check(yaml))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(messages);
  }

  private record Words(RuleMetadata metadata) implements ObjectRule {

    Words() {
      this(
          RuleMetadata.builder("bad-word", "bad words are used")
              .category("test")
              .remediation("Say it nicely.")
              .build());
    }

    @Override
    public void check(KubernetesObject object, Violations violations) {
      for (Field word : object.root().get("words").items()) {
        if (word.text().equals("crash")) {
          throw new IllegalStateException("crash");
        }
        if (word.text().startsWith("bad") || word.text().startsWith("wors")) {
          KubernetesVersion version = object.cluster().version();
          String on = version.equals(KubernetesVersion.LATEST) ? "" : " on " + version;
          violations.report(word, "word '" + word.text() + "' is used" + on);
        }
      }
    }
  }
}
