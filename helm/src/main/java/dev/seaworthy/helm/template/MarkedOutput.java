package dev.seaworthy.helm.template;

import java.util.List;

/** What a marked template rendered to, without its marks, and what made each part. Immutable. */
public final class MarkedOutput {

  private final String text;
  private final boolean sound;
  private final List<Frame> frames;
  private final int[] changes;
  private final int[] innermost;

  /**
   * @param frames in the order in which they open
   * @param changes where the innermost frame changes, ascending
   * @param innermost for each change, the index of the innermost frame from there on; -1 for none
   */
  MarkedOutput(String text, boolean sound, List<Frame> frames, int[] changes, int[] innermost) {
    this.text = text;
    this.sound = sound;
    this.frames = List.copyOf(frames);
    this.changes = changes;
    this.innermost = innermost;
  }

  /** The output without marks. */
  public String text() {
    return text;
  }

  /**
   * Whether all marks came through: none was cut, unknown or without its counterpart. If not, the
   * frames cannot be relied upon.
   */
  public boolean isSound() {
    return sound;
  }

  /**
   * What made the character at an offset of the text: the innermost frame, and those around it
   * outwards. Empty if it is not known.
   */
  public List<Frame> trail(int offset) {
    int low = 0;
    int high = changes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (changes[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean known = low > 0 && innermost[low - 1] >= 0 && offset < text.length();
    return known ? frames.get(innermost[low - 1]).trail() : List.of();
  }

  /**
   * The frames that start and end in a stretch of the text, in the order in which they open. Those
   * that rendered nothing are among them, also at both ends of the stretch.
   *
   * @param start where the stretch starts
   * @param end where it ends, exclusive
   */
  public List<Frame> within(int start, int end) {
    return frames.subList(firstFrom(start), firstFrom(end + 1)).stream()
        .filter(frame -> frame.end() <= end)
        .toList();
  }

  /** The index of the first frame that starts at an offset or later. */
  private int firstFrom(int offset) {
    int low = 0;
    int high = frames.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (frames.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** All frames, in the order in which they open. */
  public List<Frame> frames() {
    return frames;
  }

  /** Returns the text. */
  @Override
  public String toString() {
    return text;
  }
}
