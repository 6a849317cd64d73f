package dev.seaworthy.yaml;

import java.util.Arrays;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Turns the parser's marks, which count code points of one document's text, into UTF-16 offsets of
 * the whole source.
 */
final class Offsets {

  private static final int[] NONE = {};

  private final String text;
  private final int base;
  private final int textEnd;
  private final int[] supplementary;

  /**
   * @param text the text of the whole source
   * @param base where the document starts in it
   * @param end where the document ends in it
   */
  Offsets(String text, int base, int end) {
    this.text = text;
    this.base = base;
    this.textEnd = end;
    this.supplementary = supplementary(text, base, end);
  }

  String text() {
    return text;
  }

  /** Whether an offset is the end of the document's text. */
  boolean isTextEnd(int offset) {
    return offset == textEnd;
  }

  int start(Event event) {
    return of(event.getStartMark().orElseThrow());
  }

  /** Where a value itself starts: behind its anchor and tag, or at its end if it is not written. */
  int valueStart(ScalarEvent event) {
    int start = afterProperties(event, event.getAnchor(), event.getTag());
    return Math.min(start, end(event));
  }

  /** Where a collection itself starts: behind its anchor and tag. */
  int valueStart(CollectionStartEvent event) {
    return afterProperties(event, event.getAnchor(), event.getTag());
  }

  int end(Event event) {
    return of(event.getEndMark().orElseThrow());
  }

  int of(Mark mark) {
    return ofCodePoint(mark.getIndex());
  }

  int ofCodePoint(int index) {
    if (supplementary.length == 0) {
      return base + index;
    }
    int found = Arrays.binarySearch(supplementary, index);
    return base + index + (found >= 0 ? found : -found - 1);
  }

  private int afterProperties(Event event, Optional<?>... properties) {
    int at = start(event);
    for (Optional<?> property : properties) {
      at = property.isPresent() ? afterSpace(afterProperty(at)) : at;
    }
    return at;
  }

  private int afterProperty(int property) {
    if (text.startsWith("!<", property)) {
      return text.indexOf('>', property) + 1;
    }
    int at = property;
    while (at < textEnd && text.charAt(at) > ' ' && ",[]{}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private int afterSpace(int from) {
    int at = from;
    while (at < textEnd && (text.charAt(at) <= ' ' || text.charAt(at) == '#')) {
      at = text.charAt(at) == '#' ? DocumentSplitter.lineAfter(text, at) : at + 1;
    }
    return at;
  }

  /** The indices, in code points, of the characters that take two UTF-16 units. */
  private static int[] supplementary(String text, int base, int end) {
    int[] indices = NONE;
    int count = 0;
    for (int i = base; i < end; i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        if (count == indices.length) {
          indices = Arrays.copyOf(indices, Math.max(16, count * 2));
        }
        indices[count] = i - base - count;
        count++;
        i++;
      }
    }
    return count == indices.length ? indices : Arrays.copyOf(indices, count);
  }
}
