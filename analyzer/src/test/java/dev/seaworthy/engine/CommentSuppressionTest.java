package dev.seaworthy.engine;

import static dev.seaworthy.engine.SuppressionFixture.analysed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rule.Profile;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentSuppressionTest {

  private static final String HEAD = "apiVersion: v1\nkind: Pod\nspec:\n";

  @Test
  void countsOnTheLineOfTheFinding() {
    analysed(HEAD + "  hostPID: true # seaworthy: ignore[host-pid] debugs the node\n")
        .shows()
        .hides("4 host-pid COMMENT: debugs the node");
  }

  @Test
  void countsAloneOnTheLineAbove() {
    analysed(HEAD + "  # seaworthy: ignore[host-pid] debugs the node\n  hostPID: true\n")
        .shows()
        .hides("5 host-pid COMMENT: debugs the node");
  }

  @Test
  void behindOtherTextMeansItsOwnLineOnly() {
    analysed(
            HEAD
                + "  restartPolicy: Never # seaworthy: ignore[host-pid] of the line below\n"
                + "  hostPID: true\n")
        .shows(
            "4:24 unused-suppression: suppression of 'host-pid' suppresses nothing",
            "5:12 host-pid: 'hostPID' is set")
        .hides();
  }

  @Test
  void stacksUpAboveALine() {
    analysed(
            """
            apiVersion: v1
            kind: Pod
            spec: {
              # seaworthy: ignore[host-pid] looks at processes
              # any other comment
              # seaworthy: ignore[host-ipc] shares memory
              hostPID: true, hostIPC: true
            }
            """)
        .shows()
        .hides("7 host-pid COMMENT: looks at processes", "7 host-ipc COMMENT: shares memory");
  }

  @Test
  void doesNotReachOverAnEmptyLine() {
    analysed(HEAD + "  # seaworthy: ignore[host-pid] too far away\n\n  hostPID: true\n")
        .shows(
            "4:3 unused-suppression: suppression of 'host-pid' suppresses nothing",
            "6:12 host-pid: 'hostPID' is set");
  }

  @Test
  void namesSeveralRulesAndAliases() {
    analysed(
            HEAD
                + "  # seaworthy: ignore[ksv-0017, Host-All] all of it is meant\n"
                + "  {hostPID: yes, containers: [{name: a, securityContext: {privileged: true}}]}\n")
        .shows()
        .hides(
            "5 host-pid COMMENT: all of it is meant",
            "5 privileged-container COMMENT: all of it is meant");
  }

  @Test
  void isUnusedNameByName() {
    analysed(HEAD + "  hostPID: true # seaworthy: ignore[host-pid, host-ipc] both, it was said\n")
        .shows("4:17 unused-suppression: suppression of 'host-ipc' suppresses nothing")
        .hides("4 host-pid COMMENT: both, it was said");
  }

  @Test
  void ofAnUnknownRuleSuggestsTheOneThatIsMeant() {
    analysed(HEAD + "  hostPID: true # seaworthy: ignore[host-pdi] debugs the node\n")
        .shows(
            "4:12 host-pid: 'hostPID' is set",
            "4:17 invalid-suppression: suppression names unknown rule 'host-pdi'; did you mean"
                + " 'host-pid'?");
  }

  @Test
  void withoutAReasonSuppressesAndIsReported() {
    analysed(HEAD + "  hostPID: true # seaworthy: ignore[host-pid]\n")
        .shows("4:17 suppression-without-reason: suppression of 'host-pid' gives no reason")
        .hides("4 host-pid COMMENT: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ignore host-pid reason",
        "ignore[] reason",
        "ignore[host-pid reason",
        "ingore[host-pid] reason",
        "disable"
      })
  void inAnotherFormIsReported(String text) {
    analysed(HEAD + "  hostPID: true # seaworthy: " + text + "\n")
        .shows(
            "4:12 host-pid: 'hostPID' is set",
            "4:17 invalid-suppression: suppression names no rule: write 'seaworthy: ignore[rule-id]"
                + " reason'")
        .hides();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#seaworthy:ignore[host-pid]why",
        "#\tseaworthy: ignore [ host-pid ] why",
        "# seaworthy: ignore[host-pid]   why  "
      })
  void needsNoCertainBlanks(String comment) {
    analysed(HEAD + "  hostPID: true " + comment + "\n").shows().hides("4 host-pid COMMENT: why");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n"})
  void countsWhateverTheLineBreak(String lineBreak) {
    String yaml =
        HEAD
            + "  hostPID: true # seaworthy: ignore[host-pid] first\n"
            + "  # seaworthy: ignore[host-ipc] second\n"
            + "  hostIPC: true\n";
    analysed(yaml.replace("\n", lineBreak))
        .shows()
        .hides("4 host-pid COMMENT: first", "6 host-ipc COMMENT: second");
  }

  @Test
  void isNoneInsideAString() {
    analysed(
            HEAD
                + "  subdomain: \"a # seaworthy: ignore[host-pid] text\"\n"
                + "  hostname: 'b\n"
                + "    # seaworthy: ignore[host-pid] text'\n"
                + "  hostPID: true\n")
        .shows("7:12 host-pid: 'hostPID' is set")
        .hides();
  }

  @Test
  void isNoneInsideABlockScalar() {
    analysed(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: app
                  args:
                    - |
                      # seaworthy: ignore[privileged-container] a script's comment
                      run
                  securityContext:
                    privileged: true
              hostPID: true
            """)
        .shows(
            "11:21 privileged-container: container 'app' is privileged",
            "12:12 host-pid: 'hostPID' is set")
        .hides();
  }

  @Test
  void isOneBehindTheHeaderOfABlockScalarAndAfterItsEnd() {
    analysed(
            """
            apiVersion: v1
            kind: Pod
            spec:
              hostname: |- # seaworthy: ignore[host-ipc] stands in the header
                web
              # seaworthy: ignore[host-pid] stands behind the text
              hostPID: true
            """)
        .shows("4:16 unused-suppression: suppression of 'host-ipc' suppresses nothing")
        .hides("7 host-pid COMMENT: stands behind the text");
  }

  @Test
  void needsABlankBeforeTheNumberSign() {
    analysed(HEAD + "  hostname: a#seaworthy:ignore[host-pid]\n  hostPID: true\n")
        .shows("5:12 host-pid: 'hostPID' is set");
  }

  @Test
  void aboveADocumentMeansTheObject() {
    analysed(
            """
            # seaworthy: ignore[host-pid] not this document
            apiVersion: v1
            kind: Pod
            spec: {hostPID: true}
            ---
            apiVersion: v1
            kind: Pod
            spec: {hostPID: true} # seaworthy: ignore[host-pid] this one
            """)
        .shows(
            "1:1 unused-suppression: suppression of 'host-pid' suppresses nothing",
            "4:17 host-pid: 'hostPID' is set")
        .hides("8 host-pid COMMENT: this one");
  }

  @Test
  void atAnAnchorCountsForWhatUsesIt() {
    analysed(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: a
                  securityContext: &open
                    privileged: true # seaworthy: ignore[privileged-container] both drive devices
                - name: b
                  securityContext: *open
            """)
        .shows()
        .hides(
            "7 privileged-container COMMENT: both drive devices",
            "7 privileged-container COMMENT: both drive devices");
  }

  @Test
  void ofARuleThatDoesNotRunIsNotUnused() {
    analysed(
            new RuleSelection(
                Profile.RECOMMENDED, Map.of("host-pid", false), List.of(), List.of(), Map.of()),
            IgnorePolicy.DEFAULT,
            Source.of("pod.yaml", HEAD + "  hostPID: true # seaworthy: ignore[host-pid] why\n"))
        .shows()
        .hides();
  }

  @Test
  void isNotCalledUnusedWhereSomethingCouldNotBeAnalysed() {
    SuppressionFixture analysed =
        analysed(
            """
            apiVersion: v1
            kind: Pod
            spec:
              hostPID: false
            ---
            apiVersion: v1
            kind: Pod
            spec:
              # seaworthy: ignore[host-pid] this document is broken
              hostPID: true
             hostIPC: true
            """);
    assertThat(analysed.result().count(FileState.FAILED)).isEqualTo(1);
    analysed.shows().hides();
  }

  @Test
  void isShownAndNotJudgedWhenNothingIsToBeIgnored() {
    analysed(
            IgnorePolicy.NONE,
            Source.of(
                "pod.yaml",
                HEAD
                    + "  hostPID: true # seaworthy: ignore[host-pid]\n"
                    + "  hostIPC: false # seaworthy: ignore[nothing-known] why\n"))
        .shows("4:12 host-pid: 'hostPID' is set")
        .hides();
  }
}
