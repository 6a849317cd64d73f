package dev.seaworthy.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the scalars of a stream stand, so that what looks like a comment inside one can be told.
 */
final class ScalarRanges {

  private final List<YamlScalar> scalars = new ArrayList<>();
  private final String text;

  private ScalarRanges(String text) {
    this.text = text;
  }

  static ScalarRanges of(YamlStream stream) {
    ScalarRanges ranges = new ScalarRanges(stream.source().text());
    stream.documents().forEach(document -> ranges.collect(document.root()));
    ranges.scalars.sort(Comparator.comparingInt(YamlScalar::start));
    return ranges;
  }

  /** Whether an offset lies inside a scalar. */
  boolean contain(int offset) {
    int low = 0;
    int high = scalars.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scalars.get(middle).start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && holds(scalars.get(low - 1), offset);
  }

  private boolean holds(YamlScalar scalar, int offset) {
    return offset < scalar.end() && !isHeader(scalar, offset);
  }

  /** A block scalar's first line, with its indicator, may end with a comment. */
  private boolean isHeader(YamlScalar scalar, int offset) {
    boolean block =
        scalar.style() == YamlScalar.Style.LITERAL || scalar.style() == YamlScalar.Style.FOLDED;
    int lineEnd = text.indexOf('\n', scalar.start());
    return block && (lineEnd < 0 || offset < lineEnd);
  }

  private void collect(YamlNode node) {
    if (node instanceof YamlScalar scalar && scalar.start() < scalar.end()) {
      scalars.add(scalar);
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(this::collect);
    } else if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        // what came through an alias stands elsewhere, and is collected there
        if (entry.mergedThrough().isEmpty()) {
          collect(entry.key());
          collect(entry.value());
        }
      }
    }
  }
}
