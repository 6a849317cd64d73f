package dev.seaworthy.config;

import static dev.seaworthy.config.ConfigurationFixture.errors;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationErrorTest {

  @Test
  void areAllReportedAtOnceInTheOrderOfTheFile() {
    assertThat(
            errors(
                """
                profil: strict
                failOn: hihg
                rules:
                  host-pdi:
                    enabled: maybe
                    ignore: testdata/
                cluster:
                  rootlessNode: true
                limits:
                  maxFileSize: 32MB
                """))
        .containsExactly(
            "1:1: unknown key 'profil'. Did you mean 'profile'? Known here are profile, failOn,"
                + " kubernetesVersion, policies, policyData, policyNamespaces, schemaLocations,"
                + " rules, exclude, cluster, limits and helm.",
            "2:9: 'failOn' cannot be 'hihg'. Did you mean 'high'? Allowed are critical, high,"
                + " medium, low, info and never.",
            "4:3: there is no rule 'host-pdi'. Did you mean 'host-pid'? 'seaworthy rules' lists all"
                + " of them.",
            "5:14: 'enabled' must be true or false, not the text 'maybe'. Write true or false,"
                + " without quotes.",
            "6:13: 'ignore' must be a list, not the text 'testdata/'. Write each item on a line of"
                + " its own, after '- '.",
            "8:3: unknown key 'rootlessNode'. Did you mean 'rootlessNodes'? Known here are"
                + " rootlessNodes, userNamespaces, seccompDefault, runtimeDefaultCapabilities,"
                + " anonymousKubeletPort, unprivilegedBpf, socketGroupRights, controlPlaneTaints,"
                + " seLinuxEnforced and deviceCgroup.",
            "10:16: '32MB' is no size from 1 byte to 1024MiB. Write a number of bytes, or of KiB or"
                + " MiB, such as 32MiB.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          helm: {engin: x}             | 1:8: unknown key 'engin'. Did you mean 'engine'?
          helm: {charts: [{values: a}]} | 1:18: unknown key 'values'. Known here are chart, releaseName, namespace and scenarios.
          helm: {charts: [{scenarios: [{name: a, sets: {}}]}]} | 1:40: unknown key 'sets'. Did you mean 'set'?
          polices: [rules/]            | 1:1: unknown key 'polices'. Did you mean 'policies'?
          rules: {host-pid: {on: no}}  | 1:20: unknown key 'on'.
          limits: {depth: 3}           | 1:10: unknown key 'depth'. Known here is only maxFileSize.
          Profile: all                 | 1:1: unknown key 'Profile'. Did you mean 'profile'?
          """)
  void unknownKeys(String yaml, String error) {
    assertThat(errors(yaml)).singleElement().asString().startsWith(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          profile: [all]                   | 1:10: 'profile' must be a single value, not a list. Write a single value.
          profile: 5                       | 1:10: 'profile' cannot be '5'.
          failOn: no                       | 1:9: 'failOn' cannot be 'no'.
          rules: [host-pid]                | 1:8: 'rules' must be a mapping of keys to values, not a list. Write the ids of rules as its keys.
          rules: {host-pid: false}         | 1:19: 'host-pid' must be a mapping of keys to values, not false. Write {enabled: false}.
          rules: {host-pid: high}          | 1:19: 'host-pid' must be a mapping of keys to values, not the text 'high'. Write {severity: high}.
          rules: {host-pid: [a]}           | 1:19: 'host-pid' must be a mapping of keys to values, not a list. Write its settings as keys, such as {enabled: false}.
          rules: {host-pid: {enabled: "true"}} | 1:29: 'enabled' must be true or false, not the text 'true'. Write true or false, without quotes.
          rules: {host-pid: {enabled: 1}}  | 1:29: 'enabled' must be true or false, not the number 1.
          rules: {host-pid: {ignore: {}}}  | 1:28: 'ignore' must be a list, not a mapping.
          rules: {host-pid: {ignore: [[]]}} | 1:29: an item of 'ignore' must be a mapping of keys to values, not a list. Write a path pattern, or conditions such as 'kind' and 'name'.
          rules: {host-pid: {ignore: [7]}} | 1:29: an item of 'ignore' must be text, not the number 7. Put it in quotes: "7".
          rules: {host-pid: {ignore: [{name: 7}]}} | 1:36: 'name' must be text, not the number 7. Put it in quotes: "7".
          rules: {host-pid: {ignore: [{name: ''}]}} | 1:36: 'name' is empty. Write a text.
          rules: {host-pid: {ignore: [{}]}} | 1:29: an item of 'ignore' is empty. Say what to ignore, and why.
          exclude: vendor/                 | 1:10: 'exclude' must be a list, not the text 'vendor/'. Write each item on a line of its own, after '- '.
          exclude: [{a: b}]                | 1:11: an item of 'exclude' must be text, not a mapping. Write a single text.
          exclude: [~]                     | 1:11: an item of 'exclude' must be text, not nothing. Write a single text.
          cluster: true                    | 1:10: 'cluster' must be a mapping of keys to values, not true. Write keys below it, such as 'rootlessNodes: true'.
          helm: native                     | 1:7: 'helm' must be a mapping of keys to values, not the text 'native'. Write keys below it, such as 'releaseName: web'.
          helm: {charts: [deploy]}         | 1:17: an item of 'charts' must be a mapping of keys to values, not the text 'deploy'. Say which charts, such as 'chart: deploy/*', and their 'scenarios'.
          helm: {charts: [{scenarios: [prod]}]} | 1:30: an item of 'scenarios' must be a mapping of keys to values, not the text 'prod'. Give it a 'name', and 'values' or 'set'.
          helm: {charts: [{scenarios: []}]} | 1:29: 'scenarios' is empty. Describe a scenario, or remove the key.
          helm: {charts: [{scenarios: [{}]}]} | 1:30: a scenario has no name. Give it one, such as 'name: production'.
          helm: {charts: [{scenarios: [{name: a}, {name: a}]}]} | 1:48: scenario 'a' is there twice. Give it another name.
          helm: {charts: [{scenarios: [{name: a, set: [b]}]}]} | 1:45: 'set' must be a mapping of keys to values, not a list. Write paths as its keys, such as 'image.tag: v1'.
          helm: {charts: [{scenarios: [{name: a, set: {image: {tag: b}}}]}]} | 1:53: 'image' must be a single value, not a mapping. Write the whole path as the key, such as 'image.tag', and lists in a values file.
          helm: {charts: [{scenarios: [{name: a, set: {tag: 1.5}}]}]} | 1:51: 'tag' must be text, a whole number, true or false, not the number 1.5. Put it in quotes.
          helm: {charts: [{chart: '!web'}]} | 1:25: pattern '!web' names no chart. Leave the '!' out: there is nothing before it to make an exception from.
          helm: {charts: [{chart: ./web}]} | 1:25: pattern './web' can match no file.
          helm: {releaseName: My_Release}  | 1:21: 'My_Release' is no name of a release. Write at most 53 small letters, digits and hyphens, such as 'web-1'.
          helm: {namespace: a.b}           | 1:19: 'a.b' is no name of a namespace. Write at most 63 small letters, digits and hyphens, such as 'web-1'.
          helm: {apiVersions: [a/v1]}      | 1:21: 'apiVersions' has no effect on the engine 'native'. Name a helm program as the engine, such as 'engine: helm'.
          cluster: {runtimeDefaultCapabilities: [NET_RAV]} | 1:40: 'NET_RAV' is no capability. Did you mean 'NET_RAW'? Write a name in upper case and without CAP_, such as NET_RAW.
          limits: 5                        | 1:9: 'limits' must be a mapping of keys to values, not the number 5. Write keys below it, such as 'maxFileSize: 32MiB'.
          """)
  void wrongTypes(String yaml, String error) {
    assertThat(errors(yaml)).singleElement().asString().startsWith(error);
  }

  @ParameterizedTest
  @CsvSource({
    "profile:, 1:1: 'profile' has no value.",
    "rules: ~, 1:1: 'rules' has no value.",
    "rules: {host-pid: }, 1:9: 'host-pid' has no value.",
    "exclude: null, 1:1: 'exclude' has no value.",
    "cluster: {rootlessNodes: }, 1:11: 'rootlessNodes' has no value.",
  })
  void missingValues(String yaml, String error) {
    assertThat(errors(yaml)).containsExactly(error + " Give it one, or remove the key.");
  }

  @ParameterizedTest
  @CsvSource({"'1'", "1.x", "latest", "'134'", "'1,34'", "''"})
  void versions(String written) {
    assertThat(errors("kubernetesVersion: '" + written + "'"))
        .containsExactly(
            "1:20: '"
                + written
                + "' is no Kubernetes version. Write major and minor version, such as \"1.37\".");
  }

  @ParameterizedTest
  @CsvSource({"2027-02-30", "31.01.2027", "2027-1-31", "2027-01-31T00:00:00Z", "20270131", "soon"})
  void dates(String written) {
    assertThat(errors("rules: {host-pid: {ignore: [{expires: " + written + "}]}}"))
        .containsExactly(
            "1:39: '" + written + "' is no date. Write year, month and day, such as 2027-01-31.");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "1025MiB", "2000000000", "32MB", "1.5MiB", "8 MiB", "1e3", "010", "1GiB"})
  void sizes(String written) {
    assertThat(errors("limits: {maxFileSize: " + written + "}"))
        .containsExactly(
            "1:23: '"
                + written
                + "' is no size from 1 byte to 1024MiB. Write a number of bytes, or of KiB or MiB,"
                + " such as 32MiB.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ./deploy    | Patterns start in the folder of the configuration file: leave '.' and '..' out.
          ../other    | Patterns start in the folder of the configuration file: leave '.' and '..' out.
          a/../b      | Patterns start in the folder of the configuration file: leave '.' and '..' out.
          .           | Patterns start in the folder of the configuration file: leave '.' and '..' out.
          #notes      | A number sign makes it a comment: write '\\#notes'.
          /           | Write it as in a .gitignore file, such as 'deploy/**/*.yaml'.
          a[b         | Write it as in a .gitignore file, such as 'deploy/**/*.yaml'.
          """)
  void patternsThatCanMatchNothing(String pattern, String hint) {
    String error = "pattern '" + pattern + "' can match no file. " + hint;
    assertThat(errors("exclude: ['" + pattern + "']")).containsExactly("1:11: " + error);
    assertThat(errors("rules: {host-pid: {ignore: [{path: '" + pattern + "'}]}}"))
        .containsExactly("1:36: " + error);
  }

  @Test
  void anExceptionWithoutAPatternBeforeIt() {
    assertThat(errors("rules: {host-pid: {ignore: ['!a.yaml']}}"))
        .containsExactly(
            "1:29: pattern '!a.yaml' ignores nothing. Leave the '!' out: there is nothing before it"
                + " to make an exception from.");
  }

  @Test
  void parametersOfARuleWithoutAny() {
    assertThat(errors("rules: {host-pid: {params: {max: 3}}}"))
        .containsExactly("1:28: rule 'host-pid' has no parameters. Remove 'params'.");
  }

  @Test
  void rulesThatDoNotExistByAPatternOrAnotherName() {
    assertThat(errors("rules: {'hots-*': {}, KSV-9999: {}, zzzzzzzz: {}}"))
        .containsExactly(
            "1:9: there is no rule 'hots-*'. 'seaworthy rules' lists all of them.",
            "1:23: there is no rule 'KSV-9999'. 'seaworthy rules' lists all of them.",
            "1:37: there is no rule 'zzzzzzzz'. 'seaworthy rules' lists all of them.");
  }

  @Test
  void duplicateKeys() {
    assertThat(errors("failOn: low\nprofile: all\nfailOn: high\n"))
        .containsExactly(
            "3:1: key 'failOn' is there twice. Remove one: the other stands in line 1.");
    assertThat(errors("rules:\n  host-pid: {}\n  host-ipc: {}\n  host-pid: {enabled: no}\n"))
        .containsExactly(
            "4:3: key 'host-pid' is there twice. Remove one: the other stands in line 2.");
  }

  @Test
  void severalDocuments() {
    assertThat(errors("failOn: low\n---\nfailOn: high\n"))
        .containsExactly(
            "3:1: a second document starts here. Write everything in one document, without '---'"
                + " between.");
  }

  @ParameterizedTest
  @CsvSource({"profile, the text 'profile'", "[a], a list", "5, the number 5", "on, on"})
  void aRootThatIsNoMapping(String yaml, String found) {
    assertThat(errors(yaml))
        .containsExactly(
            "1:1: the configuration must be a mapping of keys to values, not "
                + found
                + ". Start with a key, such as 'profile: strict'.");
  }

  @Test
  void brokenYaml() {
    assertThat(errors("profile: strict\nexclude: [a, b\nfailOn: low\n"))
        .singleElement()
        .asString()
        .startsWith("3:7: ")
        .endsWith(". Correct the YAML here, or a little above.");
  }

  @Test
  void inAliasedTextAreReportedOnceWhereItIsWritten() {
    assertThat(
            errors(
                """
                rules:
                  host-pid: &common
                    severity: worst
                  host-ipc: *common
                """))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("3:15: 'severity' cannot be 'worst'.");
  }

  @Test
  void showOnlyTheStartOfALongText() {
    assertThat(errors("profile: " + "x".repeat(500)).get(0))
        .startsWith("1:10: 'profile' cannot be '" + "x".repeat(40) + "...'. Allowed are");
  }
}
