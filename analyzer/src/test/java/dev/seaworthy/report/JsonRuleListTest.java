package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Range;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import dev.seaworthy.rule.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRuleListTest {

  private static final RuleMetadata RULE =
      RuleMetadata.builder("host-pid", "pod shares the node's process IDs")
          .severity(Severity.HIGH)
          .category("host")
          .profile(Profile.STRICT)
          .remediation("Remove it.")
          .references("https://example.com/pid")
          .aliases("KSV-0010")
          .standards("pss:baseline")
          .parameters(
              new RuleParameter("names", "what is fine", new ParameterValue.Texts(List.of("a"))),
              new RuleParameter("most", "how many are", new ParameterValue.Whole(3)),
              new RuleParameter("strict", "whether to count", new ParameterValue.Flag(true)),
              new RuleParameter("text", "what to say", new ParameterValue.Text("no")),
              new RuleParameter(
                  "ids", "which are", new ParameterValue.Ranges(List.of(new Range(1, 9)))))
          .build();

  @Test
  void saysAllThereIsToKnowAboutARule() throws IOException {
    String document = written(List.of(RULE));

    assertThat(document)
        .isEqualTo(
            """
            {
              "version": 1,
              "tool": {
                "name": "seaworthy",
                "version": "1.2.3"
              },
              "rules": [
                {
                  "id": "host-pid",
                  "title": "pod shares the node's process IDs",
                  "severity": "high",
                  "category": "host",
                  "language": "java",
                  "default": false,
                  "profile": "strict",
                  "aliases": [
                    "KSV-0010"
                  ],
                  "standards": [
                    "pss:baseline"
                  ],
                  "remediation": "Remove it.",
                  "references": [
                    "https://example.com/pid"
                  ],
                  "parameters": [
                    {
                      "name": "names",
                      "type": "strings",
                      "description": "what is fine",
                      "default": [
                        "a"
                      ]
                    },
                    {
                      "name": "most",
                      "type": "integer",
                      "description": "how many are",
                      "default": 3
                    },
                    {
                      "name": "strict",
                      "type": "boolean",
                      "description": "whether to count",
                      "default": true
                    },
                    {
                      "name": "text",
                      "type": "string",
                      "description": "what to say",
                      "default": "no"
                    },
                    {
                      "name": "ids",
                      "type": "ranges",
                      "description": "which are",
                      "default": [
                        "1-9"
                      ]
                    }
                  ]
                }
              ]
            }
            """);
    assertThat(Schema.ofRules().errors(document)).isEmpty();
  }

  @Test
  void isADocumentWithoutRulesToo() throws IOException {
    assertThat(Schema.ofRules().errors(written(List.of()))).isEmpty();
  }

  private static String written(List<RuleMetadata> rules) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonRuleList(Samples.TOOL, rule -> "java").write(rules, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
