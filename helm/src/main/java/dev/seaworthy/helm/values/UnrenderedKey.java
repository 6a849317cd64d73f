package dev.seaworthy.helm.values;

import dev.seaworthy.helm.template.Frame;
import dev.seaworthy.helm.template.MarkedOutput;
import dev.seaworthy.helm.template.TemplateNode;
import dev.seaworthy.helm.template.TemplateNode.Block;
import dev.seaworthy.source.FieldTrace.Step;
import dev.seaworthy.source.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A key that would belong to a mapping, had it been rendered. The column in which it would stand
 * tells whether a key in a template is the one that is meant.
 */
final class UnrenderedKey {

  private final MarkedOutput output;
  private final Step parent;
  private final String key;
  private final Map<Frame, OptionalInt> shifts = new HashMap<>();

  /**
   * @param parent the mapping, or what stands in its place
   * @param key the key that it has not
   */
  UnrenderedKey(MarkedOutput output, Step parent, String key) {
    this.output = output;
    this.parent = parent;
    this.key = key;
  }

  /**
   * Whether the key is written in a body.
   *
   * @param body a part of a block that was not rendered
   * @param block the frame of the block
   */
  boolean isIn(List<TemplateNode> body, Frame block) {
    OptionalInt shift = shift(block);
    return shift.isPresent() && isIn(body, block.file(), shift.getAsInt());
  }

  private boolean isIn(List<TemplateNode> body, SourceText file, int shift) {
    for (TemplateNode node : body) {
      boolean found =
          node instanceof TemplateNode.Text && isInText(node, file, shift)
              || node instanceof Block nested
                  && nested.branches().stream()
                      .anyMatch(branch -> isIn(branch.body(), file, shift));
      if (found) {
        return true;
      }
    }
    return false;
  }

  private boolean isInText(TemplateNode text, SourceText file, int shift) {
    String written = file.text().substring(text.start(), text.end());
    String wanted = key + ":";
    for (int at = written.indexOf(wanted); at >= 0; at = written.indexOf(wanted, at + 1)) {
      int offset = text.start() + at;
      int line = file.position(offset).line();
      String before = file.text().substring(file.lineStart(line), offset);
      if (isIndentation(before) && fits(before.length() + shift)) {
        return true;
      }
    }
    return false;
  }

  /** Blanks, or an item's dash. */
  private static boolean isIndentation(String before) {
    String rest = before.strip();
    return rest.isEmpty() || rest.equals("-");
  }

  private boolean fits(int column) {
    int parentColumn = column(parent.start());
    String text = output.text();
    boolean isBelow = text.substring(parent.start(), parent.valueStart()).contains("\n");
    boolean isItem = parent.start() == parent.valueStart();
    boolean isMapping = text.startsWith("{", parent.valueStart());
    return isBelow || isItem && !isMapping
        ? column == column(parent.valueStart())
        : column > parentColumn;
  }

  private int column(int offset) {
    return offset - lineStart(offset);
  }

  private int lineStart(int offset) {
    return output.text().lastIndexOf('\n', offset - 1) + 1;
  }

  /**
   * How many columns further to the right the text of a template stands in the output: named
   * templates are indented by who calls them. Nothing if there is no text to tell it.
   */
  private OptionalInt shift(Frame block) {
    Frame owner = block;
    while (owner.kind() != Frame.Kind.DEFINE && owner.parent().isPresent()) {
      owner = owner.parent().get();
    }
    return owner.kind() == Frame.Kind.DEFINE
        ? shifts.computeIfAbsent(owner, this::shiftOf)
        : OptionalInt.of(0);
  }

  private OptionalInt shiftOf(Frame owner) {
    for (Frame frame : output.within(owner.start(), owner.end())) {
      if (frame.kind() == Frame.Kind.TEXT && isOwn(frame, owner) && startsLine(frame)) {
        int written = frame.file().position(frame.sourceStart()).column() - 1;
        return OptionalInt.of(column(frame.start()) - written);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isOwn(Frame frame, Frame owner) {
    Optional<Frame> around = frame.parent();
    while (around.isPresent() && around.get().kind() != Frame.Kind.DEFINE) {
      around = around.get().parent();
    }
    return around.filter(define -> define == owner).isPresent();
  }

  private boolean startsLine(Frame frame) {
    SourceText file = frame.file();
    int lineStart = file.lineStart(file.position(frame.sourceStart()).line());
    return file.text().substring(lineStart, frame.sourceStart()).isBlank()
        && output.text().substring(lineStart(frame.start()), frame.start()).isBlank();
  }
}
