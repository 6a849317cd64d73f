package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.bundle.PolicyFiles;
import dev.seaworthy.rego.bundle.PolicyModule;
import dev.seaworthy.rego.bundle.WasmBundle;
import dev.seaworthy.rego.bundle.WasmPolicy;
import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySetTest {

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        labels: {team: a}
      spec:
        template:
          spec:
            containers:
              - name: app
                image: example.org/app:latest
      """;

  private static final String OWNER =
      """
      # METADATA
      # title: workload has no owner.
      # related_resources: [https://example.com/owners]
      # custom:
      #   severity: low
      #   category: hygiene
      #   remediation: Add the label
      #   aliases: [X-1]
      package policies.owner_missing

      import data.seaworthy.lib

      findings contains lib.finding(["metadata", "labels", "owner"], message) if {
      	not input.object.metadata.labels.owner
      	message := sprintf("%s '%s' has no owner", [input.workload.kind, input.workload.name])
      }
      """;

  private final List<PolicyModule> modules = new ArrayList<>();
  private RegoObject data = RegoObject.EMPTY;

  @Test
  void packageWithFindingsIsARule() {
    PolicySet policies = policy("owner.rego", OWNER).policies();

    assertThat(policies.problems()).isEmpty();
    RuleMetadata rule = policies.rules().get(0).metadata();
    assertThat(rule.id()).isEqualTo("owner-missing");
    assertThat(rule.title()).isEqualTo("workload has no owner");
    assertThat(rule.severity()).isEqualTo(Severity.LOW);
    assertThat(rule.category()).isEqualTo("hygiene");
    assertThat(rule.remediation()).isEqualTo("Add the label.");
    assertThat(rule.references()).containsExactly("https://example.com/owners");
    assertThat(rule.aliases()).containsExactly("X-1");
    Finding finding = findings(policies, DEPLOYMENT).get(0);
    assertThat(finding.message()).isEqualTo("Deployment 'web' has no owner");
    assertThat(finding.path()).isEqualTo("metadata.labels.owner");
    assertThat(finding.location().span().start()).hasToString("5:3");
  }

  @Test
  void findingIsSuppressedLikeAnyOther() {
    AnalysisResult result =
        analyse(
            policy("owner.rego", OWNER).policies(),
            DEPLOYMENT.replace("team: a}", "team: a} # seaworthy: ignore[owner-missing] ours"));

    assertThat(result.findings()).isEmpty();
    assertThat(result.suppressed()).hasSize(1);
  }

  @Test
  void metadataMayBeLeftOut() {
    PolicySet policies =
        policy("a.rego", "package no_names\n\nfindings contains {\"path\": [], \"message\": \"x\"}")
            .policies();

    RuleMetadata rule = policies.rules().get(0).metadata();
    assertThat(rule.id()).isEqualTo("no-names");
    assertThat(rule.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(findings(policies, DEPLOYMENT)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          severity: urgent  | 'severity' cannot be 'urgent': choose from info, low, medium, high, critical
          aliases: X        | 'aliases' must be a list of strings
          id: no id         | rule 'no id': the id is no kebab-case name
          params: [a]       | 'params' must be a mapping of names
          """)
  void wrongMetadataIsAProblem(String custom, String message) {
    PolicySet policies =
        policy(
                "a.rego",
                "# METADATA\n# custom:\n#   "
                    + custom
                    + "\npackage p\n\nfindings contains {\"path\": [], \"message\": \"x\"}")
            .policies();

    assertThat(policies.rules()).isEmpty();
    Problem problem = policies.problems().get(0);
    assertThat(problem.message()).isEqualTo("the metadata of this rule is wrong: " + message);
    assertThat(problem.file()).contains("a.rego");
    assertThat(problem.span()).hasValueSatisfying(at -> assertThat(at.start().line()).isEqualTo(6));
  }

  @Test
  void metadataOfFindingsCompletesThatOfThePackage() {
    PolicySet policies =
        policy(
                "a.rego",
                """
                # METADATA
                # title: of the package
                # custom:
                #   category: hygiene
                #   severity: low
                package p

                # METADATA
                # custom:
                #   severity: critical
                findings contains {"path": [], "message": "x"}
                """)
            .policies();

    RuleMetadata rule = policies.rules().get(0).metadata();
    assertThat(rule.title()).isEqualTo("of the package");
    assertThat(rule.category()).isEqualTo("hygiene");
    assertThat(rule.severity()).isEqualTo(Severity.CRITICAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"seaworthy.lib", "seaworthy.facts", "seaworthy.lib.more"})
  void packagesOfSeaworthyAreReserved(String name) {
    PolicySet policies =
        policy("owner.rego", OWNER)
            .policy("a.rego", "package " + name + "\n\nfinding(a, b) := [a, b]")
            .policies();

    assertThat(messages(policies)).containsExactly("Deployment 'web' has no owner");
    Problem problem = policies.problems().get(0);
    assertThat(problem.message()).isEqualTo("the package '" + name + "' is Seaworthy's own");
    assertThat(problem.file()).contains("a.rego");
  }

  @Test
  void dataOfSeaworthyIsReserved() {
    data = (RegoObject) RegoValue.of(Map.of("seaworthy", Map.of("mine", 1)));

    assertThat(policy("owner.rego", OWNER).policies().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("data under 'seaworthy'"));
  }

  @Test
  void entryPointsOfWasmAreRules() {
    Map<String, String> answers = new TreeMap<>();
    answers.put("a/findings", "[{\"path\": [], \"message\": \"found\"}]");
    answers.put("b c/findings", "[]");
    answers.put("main/deny", "[\"denied\"]");
    answers.put("main/helper", "[]");
    WasmBundle bundle = new WasmBundle("p.wasm", new byte[0], List.of(), RegoObject.EMPTY);

    PolicySet policies =
        PolicySet.builder()
            .files(new PolicyFiles(List.of(), data, List.of(bundle), List.of()))
            .wasm(() -> Optional.of((module, limits) -> new Answers(answers)))
            .build();

    assertThat(policies.rules())
        .extracting(rule -> rule.metadata().id())
        .containsExactly("a", "main/deny");
    assertThat(analyse(policies, DEPLOYMENT).findings())
        .extracting(Finding::message)
        .containsExactlyInAnyOrder("found", "denied");
    assertThat(policies.problems())
        .extracting(Problem::message)
        .containsExactly(
            "the entry point 'b c/findings' can be no rule: rule 'b c': the id is no kebab-case"
                + " name");
  }

  /** A policy that answers whatever the input. */
  private record Answers(Map<String, String> json) implements WasmPolicy {

    @Override
    public Set<String> entrypoints() {
      return json.keySet();
    }

    @Override
    public Optional<RegoValue> evaluate(String entrypoint, RegoValue input) {
      try {
        return Optional.of(RegoJson.parse(json.get(entrypoint)));
      } catch (ParseException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }

  @Test
  void policyFindsItsDataAndTheFacts() {
    data = (RegoObject) RegoValue.of(Map.of("words", List.of("a")));
    PolicySet policies =
        policy(
                "a.rego",
                """
                package p

                findings contains {"path": [], "message": message} if {
                	some word in data.words
                	power := data.seaworthy.facts.capabilities.SYS_TIME
                	message := sprintf("%s: %s", [word, power])
                }
                """)
            .policies();

    assertThat(messages(policies)).containsExactly("a: set the node's clock");
  }

  @Test
  void parametersAreInput() {
    PolicySet policies =
        policy(
                "a.rego",
                """
                # METADATA
                # custom:
                #   params:
                #     names: {description: names, default: [a, b]}
                package p

                findings contains {"path": [], "message": name} if some name in input.params.names
                """)
            .policies();
    AnalysisResult tuned =
        Analyzer.builder()
            .rules(policies.rules())
            .parameters(Map.of("p", Map.of("names", new ParameterValue.Texts(List.of("c")))))
            .build()
            .analyze(Source.of("a.yaml", DEPLOYMENT));

    assertThat(messages(policies)).containsExactlyInAnyOrder("a", "b");
    assertThat(tuned.findings()).extracting(Finding::message).containsExactly("c");
  }

  @Test
  void objectWithoutPodsIsJudgedOnce() {
    PolicySet policies =
        policy(
                "a.rego",
                """
                package p

                findings contains {"path": ["kind"], "message": "no pod"} if not input.workload
                """)
            .policies();

    assertThat(findings(policies, DEPLOYMENT)).isEmpty();
    assertThat(findings(policies, "{apiVersion: v1, kind: Service}")).hasSize(1);
  }

  @Test
  void whatConcernsAnObjectWithSeveralPodsIsSaidOnce() {
    PolicySet policies =
        policy("a.rego", "package p\n\nfindings contains {\"path\": [], \"message\": \"x\"}")
            .policies();
    String twoPods =
        """
        apiVersion: example.org/v1
        kind: Pair
        spec:
          one: {template: {spec: {containers: [{name: a, image: x}]}}}
          two: {template: {spec: {containers: [{name: b, image: x}]}}}
        """;

    assertThat(findings(policies, twoPods)).hasSize(1);
  }

  @Test
  void conftestRulesRunUnchanged() {
    PolicySet policies =
        policy(
                "a.rego",
                """
                package main

                deny contains "denied" if input.kind == "Deployment"

                warn_image contains {"msg": message, "path": ["spec"]} if {
                	some container in input.spec.template.spec.containers
                	message := concat(" ", [container.name, "is late"])
                }

                violation_none contains {"msg": "never"} if input.kind == "Pod"

                helper contains "no rule"
                """)
            .policies();

    assertThat(policies.problems()).isEmpty();
    assertThat(policies.rules())
        .extracting(rule -> rule.metadata().id() + " " + rule.metadata().severity())
        .containsExactly("main/deny high", "main/violation_none high", "main/warn_image low");
    assertThat(findings(policies, DEPLOYMENT))
        .extracting(finding -> finding.path() + ": " + finding.message())
        .containsExactly(": denied", "spec: app is late");
  }

  @Test
  void conftestExceptionsAreHonoured() {
    PolicySet policies =
        policy(
                "a.rego",
                """
                package main

                deny_late contains "late"

                deny contains "plain"

                exception contains rules if {
                	input.metadata.name == "web"
                	rules := ["late", ""]
                }
                """)
            .policies();

    assertThat(messages(policies)).isEmpty();
    assertThat(findings(policies, "{apiVersion: v1, kind: Pod, metadata: {name: other}}"))
        .extracting(Finding::message)
        .containsExactly("plain", "late");
  }

  @Test
  void conftestPoliciesKnowTheFile() {
    policy(
        "a.rego",
        """
        package main

        deny contains sprintf("%s in '%s'", [data.conftest.file.name, data.conftest.file.dir])

        exception contains [data.excepted] if data.conftest.file.name == "b.yaml"
        """);
    data = (RegoObject) RegoValue.of(Map.of("excepted", "deny"));
    PolicySet below = builder().folder(Path.of("/home/me")).build();

    assertThat(messages(policies())).containsExactly("a.yaml in ''");
    assertThat(messages(below)).containsExactly("a.yaml in '/home/me'");
    assertThat(analyse(below, Source.of("x/y/c.yaml", DEPLOYMENT)).findings())
        .extracting(Finding::message)
        .containsExactly("c.yaml in '/home/me/x/y'");
    assertThat(analyse(below, Source.of("/srv/c.yaml", DEPLOYMENT)).findings())
        .extracting(Finding::message)
        .containsExactly("c.yaml in '/srv'");
    assertThat(analyse(below, Source.of("b.yaml", DEPLOYMENT)).findings()).isEmpty();
  }

  @Test
  void oldGrammarIsReadAsWell() {
    PolicySet policies =
        policy(
                "a.rego",
                "package main\n\ndeny[msg] { input.kind == \"Deployment\"; msg = \"old\" }")
            .policies();

    assertThat(policies.problems()).isEmpty();
    assertThat(messages(policies)).containsExactly("old");
  }

  @Test
  void namespacesSayWhichPackagesHaveConftestRules() {
    policy("a.rego", "package main\n\ndeny contains \"main\"");
    policy("b.rego", "package k8s.net\n\ndeny contains \"net\"");

    PolicySet policies = builder().namespaces(List.of("k8s.net")).build();

    assertThat(policies.rules())
        .extracting(rule -> rule.metadata().id())
        .containsExactly("k8s-net/deny");
    assertThat(messages(policies)).containsExactly("net");
  }

  @Test
  void brokenFilesDoNotTakeTheOthersAlong() {
    policy("owner.rego", OWNER);
    policy("syntax.rego", "package a\n\nfindings contains {\"path\": [");
    policy("unsafe.rego", "package b\n\nfindings contains {\"path\": [], \"message\": m} if x\n");
    policy("helper.rego", "package c\n\nf(x) := y if z == x");
    policy("user.rego", "package d\n\nfindings contains data.c.f(1)");

    PolicySet policies = policies();

    assertThat(policies.rules())
        .extracting(rule -> rule.metadata().id())
        .containsExactly("owner-missing");
    assertThat(policies.problems())
        .allMatch(problem -> problem.kind() == ProblemKind.POLICY_ERROR)
        .allMatch(problem -> problem.span().isPresent())
        .extracting(problem -> problem.file().orElseThrow())
        .containsOnly("helper.rego", "syntax.rego", "unsafe.rego", "user.rego");
    assertThat(policies.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.file()).contains("unsafe.rego");
              assertThat(problem.message()).isEqualTo("rego_unsafe_var_error: var m is unsafe");
              assertThat(problem.span().orElseThrow().start()).hasToString("3:43");
            });
    assertThat(messages(policies)).hasSize(1);
  }

  @Test
  void takenIdsAreAProblem() {
    policy("a.rego", "package a.same\n\nfindings contains {\"path\": [], \"message\": \"x\"}");
    policy("b.rego", "package b.same\n\nfindings contains {\"path\": [], \"message\": \"x\"}");
    policy("c.rego", "package c.theirs\n\nfindings contains {\"path\": [], \"message\": \"x\"}");

    PolicySet policies = builder().taken(List.of(theirs("theirs"))).build();

    assertThat(policies.rules()).hasSize(1);
    assertThat(policies.problems())
        .extracting(Problem::message)
        .containsExactly(
            "there is another rule with the id 'same'",
            "there is another rule with the id 'theirs'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: Theirs        | there is another rule with the id 'Theirs'
          id: x-1           | the id 'x-1' is an alias of another rule
          aliases: [THEIRS] | the alias 'THEIRS' is the id of another rule
          """)
  void namesInConflictWithOtherRulesAreAProblem(String custom, String message) {
    policy("owner.rego", OWNER.replace("aliases: [X-1]", custom));

    PolicySet policies = builder().taken(List.of(theirs("theirs", "X-1"))).build();

    assertThat(policies.rules()).isEmpty();
    assertThat(policies.problems()).extracting(Problem::message).containsExactly(message);
  }

  @Test
  void idsThatDifferInCaseAloneAreAProblem() {
    policy("a.rego", "package main\n\ndeny_a contains \"a\"\n\ndeny_A contains \"A\"");

    assertThat(policies().rules()).hasSize(1);
    assertThat(policies().problems())
        .extracting(Problem::message)
        .containsExactly("there is another rule with the id 'main/deny_A'");
  }

  @Test
  void namesSharedAsAliasesAreNoConflict() {
    policy("owner.rego", OWNER);

    assertThat(builder().taken(List.of(theirs("theirs", "X-1"))).build().problems()).isEmpty();
  }

  private static RuleMetadata theirs(String id, String... aliases) {
    return RuleMetadata.builder(id, "a rule of others")
        .category("hygiene")
        .remediation("None.")
        .aliases(aliases)
        .build();
  }

  @Test
  void unknownNamespaceIsAProblem() {
    policy("owner.rego", OWNER).policy("b.rego", "package k8s.net\n\ndeny contains \"net\"");

    PolicySet policies = builder().namespaces(List.of("k8s.nte", "main")).build();

    assertThat(messages(policies)).hasSize(1);
    assertThat(policies.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).startsWith("no policy has the package 'k8s.nte'");
              assertThat(problem.hint()).contains("k8s.net, policies.owner_missing");
            });
  }

  @Test
  void policiesWithoutRulesAreAProblem() {
    PolicySet policies = policy("a.rego", "package mine\n\nallow := true").policies();

    assertThat(policies.problems())
        .extracting(Problem::message)
        .containsExactly("the policies hold no rule; their packages are mine");
  }

  @Test
  void failureOnAnObjectIsAProblemAtThePolicy() {
    policy("owner.rego", OWNER);
    policy(
        "a.rego",
        """
        package conflict

        findings contains {"path": [], "message": "before"}

        findings contains {"path": [], "message": value}

        value := 1

        value := 2 if input.object.kind == "Deployment"
        """);

    AnalysisResult result = analyse(policies(), DEPLOYMENT);

    Problem problem = result.problems().get(0);
    assertThat(problem.kind()).isEqualTo(ProblemKind.POLICY_ERROR);
    assertThat(problem.file()).contains("a.rego");
    assertThat(problem.span()).isPresent();
    assertThat(problem.message())
        .startsWith(
            "rule 'conflict' failed on 'Deployment web' in 'a.yaml': eval_conflict_error: ");
    assertThat(result.findings())
        .extracting(finding -> finding.rule().id())
        .contains("owner-missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "text"                                | a finding is an object with 'path' and 'message', not "text"
          {"message": "m"}                      | a finding has no 'path': {"message":"m"}
          {"path": "spec", "message": "m"}      | the 'path' of a finding is an array of at most 1000 names and indices, not "spec"
          {"path": [-1], "message": "m"}        | the 'path' of a finding is an array of at most 1000 names and indices, not [-1]
          {"path": [], "message": 5}            | a finding has no text under 'message': {"message":5,"path":[]}
          {"path": [], "message": "m", "related": 1} | 'related' of a finding is no array: 1
          """)
  void malformedFindingIsAProblemAndTheOthersStay(String finding, String message) {
    policy(
        "a.rego",
        "package p\n\nfindings contains {\"path\": [\"kind\"], \"message\": \"fine\"}\n\nfindings contains "
            + finding);

    AnalysisResult result = analyse(policies(), DEPLOYMENT);

    assertThat(result.findings()).extracting(Finding::message).containsExactly("fine");
    Problem problem = result.problems().get(0);
    assertThat(problem.file()).contains("a.rego");
    assertThat(problem.message())
        .isEqualTo(
            "rule 'p' yields what is no finding on 'Deployment web' in 'a.yaml': " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          "path": steps, "message": "m"                                    ~ at most 1000 names
          "path": [], "message": "m", "related": [{"path": steps}]         ~ at most 1000 names
          "path": [], "message": "m", "related": [place | steps[_]]        ~ more than 1000 places
          "path": [], "message": "m", "related": steps[0]                  ~ is no array
          """)
  void findingBeyondBoundsIsAProblem(String members, String message) {
    policy(
        "a.rego",
        """
        package p

        steps := [concat("", strings_of(1000)) | some i in numbers.range(1, 1001)]

        strings_of(n) := ["0123456789" | some i in numbers.range(1, n)]

        place := {"path": [], "message": "m"}

        findings contains {%s}
        """
            .formatted(members));

    AnalysisResult result = analyse(policies(), DEPLOYMENT);

    assertThat(result.findings()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains(message).hasSizeLessThan(500));
  }

  @Test
  void longMessageIsCut() {
    String text = "concat(\"\", [\"0123456789\" | some i in numbers.range(1, 10000)])";
    PolicySet policies =
        policy("a.rego", "package p\n\nfindings contains {\"path\": [], \"message\": " + text + "}")
            .policy("b.rego", "package main\n\ndeny contains " + text)
            .policies();

    assertThat(messages(policies))
        .hasSize(2)
        .allSatisfy(message -> assertThat(message).hasSize(4001).endsWith("9…"));
  }

  @Test
  void conftestResultWithoutAMessageIsNone() {
    PolicySet policies =
        policy("a.rego", "package main\n\nwarn contains \"\"\n\nwarn contains {\"msg\": \"\"}")
            .policies();

    assertThat(messages(policies)).isEmpty();
  }

  @Test
  void endlessPolicyIsStopped() {
    policy("owner.rego", OWNER);
    policy(
        "a.rego",
        """
        package endless

        findings contains {"path": [], "message": sprintf("%d", [count(all)])} if {
        	all := {[a, b, c] | some a in numbers.range(1, 5000); some b in numbers.range(1, 5000); some c in numbers.range(1, 5000)}
        }
        """);

    AnalysisResult result =
        analyse(
            builder().options(EvaluationOptions.builder().steps(100_000).build()).build(),
            DEPLOYMENT);

    assertThat(result.findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("owner-missing");
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("rule 'endless' failed on", "takes more than 100000 steps"));
  }

  @Test
  void policyThatIsStoppedOnOnePodJudgesNoOtherOfTheObject() {
    policy(
        "a.rego",
        """
        package endless

        findings contains {"path": [], "message": "never"} if {
        	count({[a, b] | some a in numbers.range(1, 5000); some b in numbers.range(1, 5000)}) < 0
        }
        """);
    String template = "{template: {spec: {containers: [{name: a, image: b}]}}}";
    String pods = "apiVersion: x.io/v1\nkind: Many\nspec: {groups: [%1$s, %1$s, %1$s]}\n";

    AnalysisResult result =
        analyse(
            builder().options(EvaluationOptions.builder().steps(10_000).build()).build(),
            pods.formatted(template));

    assertThat(result.problems()).hasSize(1);
  }

  private PolicySetTest policy(String file, String text) {
    modules.add(new PolicyModule(file, text, RegoVersion.V1));
    return this;
  }

  private PolicySet.Builder builder() {
    return PolicySet.builder().files(new PolicyFiles(modules, data, List.of(), List.of()));
  }

  private PolicySet policies() {
    return builder().build();
  }

  private static List<String> messages(PolicySet policies) {
    return findings(policies, DEPLOYMENT).stream().map(Finding::message).toList();
  }

  private static List<Finding> findings(PolicySet policies, String yaml) {
    AnalysisResult result = analyse(policies, yaml);
    assertThat(result.problems()).isEmpty();
    return result.findings();
  }

  private static AnalysisResult analyse(PolicySet policies, String yaml) {
    return analyse(policies, Source.of("a.yaml", yaml));
  }

  private static AnalysisResult analyse(PolicySet policies, Source source) {
    return Analyzer.builder()
        .rules(policies.rules())
        .selection(RuleSelection.of(Profile.ALL))
        .build()
        .analyze(source);
  }
}
