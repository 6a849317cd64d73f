package dev.seaworthy.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Stack traces for problems: down to where the analysis of a source starts. What lies below differs
 * from thread to thread, and an equal input gives an equal result.
 */
final class StackTraces {

  /** Enough to see a recursion go round. */
  private static final int MAX_FRAMES = 60;

  private StackTraces() {}

  static String of(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    String label = "";
    for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
      text.append(label).append(cause).append('\n');
      frames(cause.getStackTrace(), text);
      label = "Caused by: ";
    }
    return text.toString();
  }

  private static void frames(StackTraceElement[] frames, StringBuilder text) {
    for (int i = 0; i < frames.length; i++) {
      if (frames[i].getClassName().equals(AnalysisRun.class.getName())) {
        return;
      }
      if (i == MAX_FRAMES) {
        text.append("\t...\n");
        return;
      }
      text.append("\tat ").append(frames[i]).append('\n');
    }
  }
}
