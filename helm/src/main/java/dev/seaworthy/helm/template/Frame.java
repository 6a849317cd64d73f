package dev.seaworthy.helm.template;

import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of what a template rendered to, with the part of the template that made it. Immutable. Two
 * frames are equal if they are the same.
 *
 * <p>Frames nest in the output as they do when the templates run: what a named template wrote lies
 * in the frame of the action that called it. All offsets are UTF-16 code units from the start of
 * their text, the end exclusive.
 */
public final class Frame {

  /** What made a part of the output. */
  public enum Kind {
    /** A template file as a whole. */
    FILE,
    /** The body of a named template. */
    DEFINE,
    /** An {@code if}, {@code with} or {@code range} with its branches. */
    BLOCK,
    /** A branch of a block, or one iteration of a {@code range}. */
    BRANCH,
    /** An action that writes its value, or calls a named template. */
    ACTION,
    /** Text that was copied, of one line. */
    TEXT
  }

  private final MarkPoint point;
  private final Optional<Frame> parent;
  private final int start;
  private final int end;
  private final int iteration;

  Frame(MarkPoint point, Optional<Frame> parent, int start, int end, int iteration) {
    this.point = point;
    this.parent = parent;
    this.start = start;
    this.end = end;
    this.iteration = iteration;
  }

  public Kind kind() {
    return point.kind();
  }

  /** The frame around this one; absent for the outermost. */
  public Optional<Frame> parent() {
    return parent;
  }

  /** This frame and those around it, the innermost first. */
  public List<Frame> trail() {
    List<Frame> trail = new ArrayList<>();
    for (Optional<Frame> next = Optional.of(this); next.isPresent(); ) {
      trail.add(next.get());
      next = next.get().parent;
    }
    return List.copyOf(trail);
  }

  /** The template file that holds what made this part. */
  public SourceText file() {
    return point.file();
  }

  /** What made this part: the block, for a branch; absent for a file as a whole. */
  public Optional<TemplateNode> node() {
    return point.node();
  }

  /** For a branch, its index among those of its block; 0 for all others. */
  public int branch() {
    return point.branch();
  }

  /** For an iteration of a {@code range}, its number, starting at 0; 0 for all others. */
  public int iteration() {
    return iteration;
  }

  /** Where the part starts in the output. */
  public int start() {
    return start;
  }

  /** Where the part ends in the output; equal to the start if it rendered nothing. */
  public int end() {
    return end;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /**
   * Where that which made the part starts in its file: for text the first character that is not
   * blank, for a branch the action that opens it.
   */
  public int sourceStart() {
    return point.start();
  }

  /** Where that which made the part ends in its file: for text the end of the line. */
  public int sourceEnd() {
    return point.end();
  }

  /**
   * The offset in the file that an offset of the output leads to. Text is followed character by
   * character; all else leads to its start.
   *
   * @param offset an offset of the output, in this frame
   */
  public int sourceOffset(int offset) {
    if (kind() != Kind.TEXT) {
      return point.start();
    }
    return Math.max(point.start(), Math.min(point.end(), point.start() + offset - start));
  }

  /** Returns kind, file and place: {@code ACTION templates/a.yaml:3:7}. */
  @Override
  public String toString() {
    return kind() + " " + file() + ":" + file().position(sourceStart());
  }
}
