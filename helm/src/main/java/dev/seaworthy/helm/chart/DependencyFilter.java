package dev.seaworthy.helm.chart;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the file that declares dependencies anew, in flow style, with some of them left out. */
final class DependencyFilter {

  private final SourceText source;
  private final Set<ChartDependency> leftOut;
  private final StringBuilder out = new StringBuilder();

  private DependencyFilter(SourceText source, Set<ChartDependency> leftOut) {
    this.source = source;
    this.leftOut = leftOut;
  }

  /**
   * A {@code Chart.yaml} or {@code requirements.yaml} without some declarations.
   *
   * @param file a file in which dependencies were found
   */
  static ChartFile without(ChartFile file, Set<ChartDependency> leftOut) {
    SourceText source = file.text().orElseThrow();
    YamlMapping root = (YamlMapping) YamlReader.read(source).documents().get(0).root();
    DependencyFilter filter = new DependencyFilter(source, leftOut);
    filter.top(root);
    String text = filter.out.append('\n').toString();
    return new ChartFile(file.path(), file.label(), text.getBytes(StandardCharsets.UTF_8));
  }

  private void top(YamlMapping root) {
    out.append('{');
    for (YamlEntry entry : root.entries()) {
      key(entry, root);
      boolean filtered = entry.name().equals("dependencies");
      if (filtered && entry.value().resolved() instanceof YamlSequence list) {
        sequence(list.items().stream().filter(this::stays).toList());
      } else {
        node(entry.value());
      }
    }
    out.append('}');
  }

  private boolean stays(YamlNode item) {
    return !(item.resolved() instanceof YamlMapping mapping)
        || leftOut.stream()
            .noneMatch(
                dependency ->
                    dependency.place().equals(new YamlFields(source, mapping).location("name")));
  }

  private void node(YamlNode value) {
    YamlNode node = value.resolved();
    if (node instanceof YamlMapping mapping) {
      out.append('{');
      for (YamlEntry entry : mapping.entries()) {
        key(entry, mapping);
        node(entry.value());
      }
      out.append('}');
    } else if (node instanceof YamlSequence list) {
      sequence(list.items());
    } else if (node instanceof YamlScalar scalar) {
      scalar(scalar);
    }
  }

  private void sequence(List<YamlNode> items) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      node(items.get(i));
    }
    out.append(']');
  }

  private void key(YamlEntry entry, YamlMapping mapping) {
    out.append(entry == mapping.entries().get(0) ? "" : ", ");
    quoted(entry.name());
    out.append(": ");
  }

  /** A number stays as it was written, so that Helm makes of it what it would have made. */
  private void scalar(YamlScalar scalar) {
    if (scalar.isNull()) {
      out.append("null");
    } else if (scalar.type() == ScalarType.STRING) {
      quoted(scalar.text());
    } else {
      out.append(scalar.text());
    }
  }

  private void quoted(String text) {
    out.append('"');
    text.codePoints().forEach(this::character);
    out.append('"');
  }

  /** YAML, other than JSON, does not write one character as two escapes. */
  private void character(int c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append((char) c);
    } else if (c < ' ' || c > '~') {
      String format = Character.isBmpCodePoint(c) ? "\\u%04x" : "\\U%08x";
      out.append(String.format(Locale.ROOT, format, c));
    } else {
      out.append((char) c);
    }
  }
}
