package dev.seaworthy.yaml;

import java.util.Random;

/** Writes random values as YAML in all styles, and as the JSON that it must be read as. */
final class RandomYaml {

  private static final String[] TEXTS = {
    "a",
    "app",
    "é",
    "😀",
    "x y",
    "it's",
    "say \"hi\"",
    "a#b",
    "-x",
    "nginx:1.2",
    "{{ x }}",
    "tRue",
    "\\n"
  };
  private static final String[] PLAIN = {
    "a", "app", "é", "😀z", "x y", "a#b", "-x", "nginx:1.2", "tRue"
  };
  private static final String[][] LITERALS = {
    {"true", "true"},
    {"yes", "true"},
    {"off", "false"},
    {"~", "null"},
    {"0", "0"},
    {"0644", "420"},
    {"-1.5", "-1.5"},
    {"1_000", "1000"},
    {"0x1F", "31"},
    {"null", "null"}
  };
  private static final String[] COMMENTS = {"", "", "", " # c", "  # é😀: {", " # 'x"};

  private final Random random;
  private final String lineEnd;
  private final StringBuilder yaml = new StringBuilder();
  private final StringBuilder json = new StringBuilder();

  RandomYaml(long seed) {
    this.random = new Random(seed);
    this.lineEnd = pick("\n", "\n", "\r\n", "\r");
    yaml.append(pick("", "# start" + lineEnd, "---" + lineEnd, "--- # é" + lineEnd));
    blockMapping(0, 0);
    yaml.append(pick("", "...", "# end"));
  }

  String yaml() {
    return yaml.toString();
  }

  String json() {
    return json.toString();
  }

  private void blockMapping(int indent, int depth) {
    json.append('{');
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      json.append(i == 0 ? "" : ",");
      String key = "k" + i + pick("", "é", "😀");
      json.append('"').append(key).append("\":");
      yaml.append(i == 0 ? "" : " ".repeat(indent))
          .append(pick(key, '"' + key + '"', "'" + key + "'"));
      yaml.append(pick("", " ")).append(':');
      blockValue(indent, depth);
    }
    json.append('}');
  }

  private void blockValue(int indent, int depth) {
    int kind = random.nextInt(depth > 4 ? 3 : 6);
    if (kind == 3) {
      endLine();
      int inner = indent + 1 + random.nextInt(3);
      yaml.append(" ".repeat(inner));
      blockMapping(inner, depth + 1);
    } else if (kind == 4) {
      endLine();
      blockSequence(indent + random.nextInt(3), depth + 1);
    } else if (kind == 5) {
      blockScalar(indent);
    } else {
      yaml.append(pick(" ", "  ", "\t"));
      flowValue(depth + 1);
      endLine();
    }
  }

  private void blockSequence(int indent, int depth) {
    json.append('[');
    int size = 1 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      json.append(i == 0 ? "" : ",");
      yaml.append(" ".repeat(indent)).append("- ");
      if (random.nextBoolean()) {
        blockMapping(indent + 2, depth + 1);
      } else {
        flowValue(depth + 1);
        endLine();
      }
    }
    json.append(']');
  }

  private void blockScalar(int indent) {
    boolean strip = random.nextBoolean();
    yaml.append(strip ? " |-" : " |").append(pick("", " # c")).append(lineEnd);
    String inner = " ".repeat(indent + 1 + random.nextInt(3));
    yaml.append(inner).append("a: 'é").append(lineEnd);
    yaml.append(pick("", " ")).append(lineEnd);
    yaml.append(inner).append("# 😀").append(lineEnd);
    json.append("\"a: 'é\\n\\n# 😀").append(strip ? "\"" : "\\n\"");
  }

  private void flowValue(int depth) {
    int kind = random.nextInt(depth > 4 ? 4 : 6);
    if (kind == 4) {
      flowCollection('[', ']', depth);
    } else if (kind == 5) {
      flowCollection('{', '}', depth);
    } else if (kind == 3) {
      String[] literal = LITERALS[random.nextInt(LITERALS.length)];
      yaml.append(literal[0]);
      json.append(literal[1]);
    } else {
      string(kind);
    }
  }

  private void flowCollection(char open, char close, int depth) {
    yaml.append(open);
    json.append(open);
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      yaml.append(i == 0 ? pick("", " ") : pick(",", ", ", " , "));
      json.append(i == 0 ? "" : ",");
      if (open == '{') {
        yaml.append('f').append(i).append(": ");
        json.append("\"f").append(i).append("\":");
      }
      flowValue(depth + 1);
    }
    yaml.append(pick("", " ")).append(close);
    json.append(close);
  }

  private void string(int style) {
    String text = style == 0 ? pick(PLAIN) : pick(TEXTS);
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    switch (style) {
      case 0 -> yaml.append(text);
      case 1 -> yaml.append('\'').append(text.replace("'", "''")).append('\'');
      default ->
          yaml.append('"').append(escaped.replace("😀", pick("😀", "\\U0001F600"))).append('"');
    }
    json.append('"').append(escaped).append('"');
  }

  private void endLine() {
    yaml.append(pick(COMMENTS))
        .append(lineEnd)
        .append(pick("", "", "", lineEnd, "   # c" + lineEnd));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
