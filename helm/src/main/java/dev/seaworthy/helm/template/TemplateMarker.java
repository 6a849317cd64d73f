package dev.seaworthy.helm.template;

import dev.seaworthy.helm.template.TemplateNode.Action;
import dev.seaworthy.helm.template.TemplateNode.Block;
import dev.seaworthy.helm.template.TemplateNode.Branch;
import dev.seaworthy.helm.template.TemplateNode.Delimiters;
import dev.seaworthy.source.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Marks one template file. */
final class TemplateMarker {

  private final SourceText file;
  private final String text;
  private final List<MarkPoint> points;
  private final TextEdits edits = new TextEdits();
  private final CallLeader calls;

  /** A block that an action stands in, by the number of its mark. */
  private record Around(int id, boolean isLoop) {}

  /** The blocks around that {@code continue} leaves, the innermost first. */
  private Deque<Around> blocksInLoop = new ArrayDeque<>();

  /**
   * @param names the named templates that have twins
   * @param points what the marks stand for; those of this file are added
   */
  TemplateMarker(SourceText file, Set<String> names, List<MarkPoint> points) {
    this.file = file;
    this.text = file.text();
    this.points = points;
    this.calls = new CallLeader(names, edits);
  }

  String mark(List<TemplateNode> nodes, boolean lenient) {
    if (lenient) {
      new Leniency(edits).apply(nodes);
    }
    int id = number(Frame.Kind.FILE, Optional.empty(), 0, text.length());
    edits.insert(0, action(Marks.OPEN, id));
    markAll(nodes);
    edits.insert(text.length(), action(Marks.CLOSE, id) + calls.helpers());
    return edits.apply(text);
  }

  private void markAll(List<TemplateNode> nodes) {
    for (TemplateNode node : nodes) {
      if (node instanceof TemplateNode.Text) {
        markText(node);
      } else if (node instanceof Action action) {
        markAction(action);
      } else if (node instanceof Block block) {
        markBlock(block);
      }
    }
  }

  /** Marks the first character that is not blank of each line. */
  private void markText(TemplateNode node) {
    int line = node.start();
    while (line < node.end()) {
      int feed = text.indexOf('\n', line);
      int lineEnd = feed < 0 || feed >= node.end() ? node.end() : feed;
      int start = Blanks.skip(text, line, lineEnd);
      if (start < lineEnd) {
        int end = lineEnd > start && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
        int id = number(Frame.Kind.TEXT, Optional.of(node), start, end);
        edits.insert(start, Marks.write(Marks.TEXT, id));
      }
      line = lineEnd + 1;
    }
  }

  private void markAction(Action action) {
    if (action.keyword().equals("break") || action.keyword().equals("continue")) {
      markLeaving(action);
    } else if (action.keyword().equals("template")) {
      markOutput(action);
      calls.leadTemplate(action.pipeline());
    } else if (action.pipeline().declares().isEmpty()) {
      markOutput(action);
      calls.lead(action.pipeline());
    }
  }

  /**
   * Closes what {@code break} or {@code continue} leaves. In the {@code else} of a loop that is in
   * another one, {@code break} leaves the inner loop, {@code continue} goes on with the outer one.
   */
  private void markLeaving(Action action) {
    StringBuilder closes = new StringBuilder();
    for (Around block : blocksInLoop) {
      if (block.isLoop() && action.keyword().equals("break")) {
        break;
      }
      closes.append(Marks.write(Marks.CLOSE, block.id()));
    }
    if (closes.length() > 0) {
      insertBefore(action.delimiters(), closes.toString());
    }
  }

  private void markOutput(Action action) {
    int id = number(Frame.Kind.ACTION, action);
    insertBefore(action.delimiters(), Marks.write(Marks.OPEN, id));
    insertAfter(action.delimiters(), Marks.write(Marks.CLOSE, id));
  }

  private void markBlock(Block block) {
    if (block.keyword().equals("define")) {
      markNamed(block);
    } else if (block.keyword().equals("block")) {
      int id = number(Frame.Kind.ACTION, block);
      insertBefore(block.branches().get(0).open(), Marks.write(Marks.OPEN, id));
      markNamed(block);
      insertAfter(block.close(), Marks.write(Marks.CLOSE, id));
    } else {
      markBranches(block);
    }
  }

  private void markNamed(Block block) {
    Branch only = block.branches().get(0);
    calls.toTwin(NamedTemplates.name(block));
    if (NamedTemplates.isEmpty(only.body(), text)) {
      return;
    }
    Deque<Around> around = blocksInLoop;
    blocksInLoop = new ArrayDeque<>();
    int id = number(Frame.Kind.DEFINE, block);
    insertAfter(only.open(), Marks.write(Marks.OPEN, id));
    markAll(only.body());
    insertBefore(block.close(), Marks.write(Marks.CLOSE, id));
    blocksInLoop = around;
  }

  private void markBranches(Block block) {
    Deque<Around> around = blocksInLoop;
    int id = number(Frame.Kind.BLOCK, block);
    insertBefore(block.branches().get(0).open(), Marks.write(Marks.OPEN, id));
    for (int i = 0; i < block.branches().size(); i++) {
      boolean isLoop = block.keyword().equals("range");
      if (isLoop && i == 0) {
        blocksInLoop = new ArrayDeque<>();
      } else {
        blocksInLoop = new ArrayDeque<>(around);
        blocksInLoop.push(new Around(id, isLoop));
      }
      markBranch(block, i, id);
    }
    insertAfter(block.close(), Marks.write(Marks.CLOSE, id));
    blocksInLoop = around;
  }

  private void markBranch(Block block, int index, int blockId) {
    Branch branch = block.branches().get(index);
    Delimiters open = branch.open();
    int id = points.size();
    points.add(
        new MarkPoint(
            Frame.Kind.BRANCH, file, Optional.of(block), open.start(), open.end(), index, blockId));
    insertAfter(open, Marks.write(Marks.BRANCH, id));
    markAll(branch.body());
  }

  private int number(Frame.Kind kind, TemplateNode node) {
    return number(kind, Optional.of(node), node.start(), node.end());
  }

  private int number(Frame.Kind kind, Optional<TemplateNode> node, int start, int end) {
    points.add(new MarkPoint(kind, file, node, start, end, 0, -1));
    return points.size() - 1;
  }

  private static String action(char kind, int id) {
    return "{{ \"" + Marks.write(kind, id) + "\" }}";
  }

  /** Writes marks before an action, which no longer trims: what is before them is trimmed. */
  private void insertBefore(Delimiters action, String marks) {
    if (action.trimsLeft()) {
      edits.replace(action.start(), action.start() + 3, "{{- \"" + marks + "\" }}{{");
    } else {
      edits.insert(action.start(), "{{ \"" + marks + "\" }}");
    }
  }

  /** Writes marks after an action, which no longer trims: what is after them is trimmed. */
  private void insertAfter(Delimiters action, String marks) {
    if (action.trimsRight()) {
      edits.replace(action.end() - 3, action.end(), "}}{{ \"" + marks + "\" -}}");
    } else {
      edits.insert(action.end(), "{{ \"" + marks + "\" }}");
    }
  }
}
