package dev.seaworthy.helm.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a process's standard error, so that it never blocks, and keeps the end of it. */
final class ErrorTail {

  private static final Pattern FATAL =
      Pattern.compile("(?m)^(?:fatal error|panic|runtime|Error|Exception[^:]*): (.{1,200})");

  private final StringBuilder text = new StringBuilder();
  private final int kept;
  private final Thread thread;

  private ErrorTail(InputStream in, int kept) {
    this.kept = kept;
    this.thread = new Thread(() -> read(in), "seaworthy-helm-errors");
    thread.setDaemon(true);
  }

  /** Keeps the last {@code kept} characters. */
  static ErrorTail of(Process process, int kept) {
    ErrorTail tail = new ErrorTail(process.getErrorStream(), kept);
    tail.thread.start();
    return tail;
  }

  private void read(InputStream in) {
    byte[] buffer = new byte[4096];
    try (in) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        synchronized (text) {
          text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
          text.delete(0, Math.max(0, text.length() - kept));
        }
      }
    } catch (IOException e) {
      // the process is gone
    }
  }

  /** What was said last; waits a moment for the end of a process that has ended. */
  String text() {
    try {
      thread.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (text) {
      return text.toString();
    }
  }

  /** The line that tells why a process crashed, if there is one. */
  static String cause(String text) {
    Matcher fatal = FATAL.matcher(text);
    return fatal.find() ? fatal.group(1).strip() : "";
  }

  /** Whether a process crashed since the system gave it no more memory. */
  static boolean tellsOfMemory(String text) {
    return text.contains("out of memory") || text.contains("cannot allocate memory");
  }
}
