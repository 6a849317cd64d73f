package dev.seaworthy.helm.render;

import dev.seaworthy.helm.render.RenderResult.Failed;
import dev.seaworthy.helm.render.RenderResult.Reason;
import java.io.IOException;

/** The words for requests without an answer. */
final class Failures {

  private static final long MEBIBYTE = 1 << 20;

  private Failures() {}

  static Failed of(Reason reason, EngineLimits limits) {
    switch (reason) {
      case TIME:
        return new Failed(
            reason,
            "rendering takes longer than " + limits.time().toMillis() / 1000.0 + " seconds",
            "Look for a loop without an end in the templates, or allow more time.");
      case MEMORY:
        return new Failed(
            reason,
            "rendering takes more than " + size(limits.memoryBytes()) + " of memory",
            "Look for a loop or a 'repeat' that makes too much text, or allow more memory.");
      case OUTPUT:
        return new Failed(
            reason,
            "the rendered text is larger than " + size(limits.outputBytes()),
            "Look for a loop or a 'repeat' that makes too much text, or allow more output.");
      default:
        return new Failed(Reason.CANCELLED, "rendering was cancelled", "Analyse the chart again.");
    }
  }

  static Failed crashed(String cause) {
    return new Failed(
        Reason.CRASHED,
        "the Helm engine crashed" + (cause.isEmpty() ? "" : ": " + cause),
        "Run 'helm template' on the chart: if that works, report this as a defect of Seaworthy.");
  }

  static RenderResult unreadable(IOException error) {
    return new RenderResult.Refused("values file cannot be read: " + error.getMessage());
  }

  private static String size(long bytes) {
    return bytes < MEBIBYTE ? bytes + " bytes" : bytes / MEBIBYTE + " MiB";
  }
}
