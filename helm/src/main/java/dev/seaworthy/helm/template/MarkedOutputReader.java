package dev.seaworthy.helm.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes the marks out of what a template rendered to. Works on any text, in linear time. */
final class MarkedOutputReader {

  /** A frame that is being read. */
  private static final class Draft {
    private final int index;
    private final int id;
    private final int parent;
    private final int start;
    private final int iteration;
    private int end = -1;
    private int iterations;

    Draft(int index, int id, int parent, int start, int iteration) {
      this.index = index;
      this.id = id;
      this.parent = parent;
      this.start = start;
      this.iteration = iteration;
    }
  }

  private final List<MarkPoint> points;
  private final String marked;
  private final StringBuilder text;
  private final List<Draft> drafts = new ArrayList<>();
  private final int[] open;
  private int innermost = -1;
  private boolean sound = true;
  private int[] changes = new int[64];
  private int[] innermosts = new int[64];
  private int changeCount;

  MarkedOutputReader(List<MarkPoint> points, String marked) {
    this.points = points;
    this.marked = marked;
    this.text = new StringBuilder(marked.length());
    this.open = new int[points.size()];
  }

  MarkedOutput read() {
    int at = 0;
    while (at < marked.length()) {
      int mark = Marks.next(marked, at);
      copy(at, mark);
      at = mark < marked.length() ? readMark(mark) : mark;
    }
    closeText();
    sound &= innermost < 0;
    while (innermost >= 0) {
      closeInnermost();
    }
    return new MarkedOutput(
        text.toString(),
        sound,
        frames(),
        Arrays.copyOf(changes, changeCount),
        Arrays.copyOf(innermosts, changeCount));
  }

  /** Copies what stands between marks; text that is followed ends with its line. */
  private void copy(int start, int end) {
    int at = start;
    if (isInnermost(Frame.Kind.TEXT)) {
      while (at < end && marked.charAt(at) != '\n') {
        at++;
      }
      text.append(marked, start, at);
      if (at < end) {
        closeText();
      }
    }
    text.append(marked, at, end);
  }

  /** Reads the mark at an offset; returns where it ends. */
  private int readMark(int at) {
    int digits = at + 1;
    int end = digits;
    while (end < marked.length() && Marks.isDigit(marked.charAt(end))) {
      end++;
    }
    int id = Marks.number(marked, digits, end);
    boolean ended = end < marked.length() && marked.charAt(end) == Marks.END;
    if (!ended || id < 0 || id >= points.size() || !apply(marked.charAt(at), id)) {
      sound = false;
    }
    return ended ? end + 1 : end;
  }

  /** Does what a mark says; false if it fits in neither with its kind nor with what is open. */
  private boolean apply(char mark, int id) {
    closeText();
    boolean isText = points.get(id).kind() == Frame.Kind.TEXT;
    boolean isBranch = points.get(id).kind() == Frame.Kind.BRANCH;
    return switch (mark) {
      case Marks.TEXT -> isText && push(id);
      case Marks.OPEN -> !isText && !isBranch && push(id);
      case Marks.BRANCH -> isBranch && openBranch(id);
      case Marks.CLOSE -> !isText && !isBranch && close(id);
      default -> false;
    };
  }

  private boolean push(int id) {
    MarkPoint point = points.get(id);
    boolean counted = point.isIteration() && innermost >= 0;
    int iteration = counted ? drafts.get(innermost).iterations++ : 0;
    Draft draft = new Draft(drafts.size(), id, innermost, text.length(), iteration);
    drafts.add(draft);
    open[id]++;
    changeInnermost(draft.index);
    return true;
  }

  private boolean openBranch(int id) {
    int block = points.get(id).block();
    closeBranchOf(block);
    return innermost >= 0 && drafts.get(innermost).id == block && push(id);
  }

  private boolean close(int id) {
    closeBranchOf(id);
    if (open[id] == 0) {
      return false;
    }
    boolean fits = drafts.get(innermost).id == id;
    while (drafts.get(innermost).id != id) {
      closeInnermost();
    }
    closeInnermost();
    return fits;
  }

  private void closeBranchOf(int block) {
    if (isInnermost(Frame.Kind.BRANCH) && points.get(drafts.get(innermost).id).block() == block) {
      closeInnermost();
    }
  }

  private void closeText() {
    if (isInnermost(Frame.Kind.TEXT)) {
      closeInnermost();
    }
  }

  private boolean isInnermost(Frame.Kind kind) {
    return innermost >= 0 && points.get(drafts.get(innermost).id).kind() == kind;
  }

  private void closeInnermost() {
    Draft draft = drafts.get(innermost);
    draft.end = text.length();
    open[draft.id]--;
    changeInnermost(draft.parent);
  }

  private void changeInnermost(int index) {
    innermost = index;
    boolean samePlace = changeCount > 0 && changes[changeCount - 1] == text.length();
    if (!samePlace) {
      if (changeCount == changes.length) {
        changes = Arrays.copyOf(changes, changeCount * 2);
        innermosts = Arrays.copyOf(innermosts, changeCount * 2);
      }
      changes[changeCount++] = text.length();
    }
    innermosts[changeCount - 1] = index;
  }

  private List<Frame> frames() {
    List<Frame> frames = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      Optional<Frame> parent =
          draft.parent < 0 ? Optional.empty() : Optional.of(frames.get(draft.parent));
      MarkPoint point = points.get(draft.id);
      frames.add(new Frame(point, parent, draft.start, draft.end, draft.iteration));
    }
    return frames;
  }
}
