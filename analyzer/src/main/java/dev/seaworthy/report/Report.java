package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import java.io.IOException;
import java.io.OutputStream;

/** A way to write a result. Implementations are immutable and can be used again. */
public interface Report {

  /**
   * Writes a whole result in UTF-8. Flushes the stream and leaves it open.
   *
   * @throws IOException if the stream throws it
   */
  void write(AnalysisResult result, OutputStream out) throws IOException;
}
