package dev.seaworthy.helm;

import java.io.IOException;
import java.nio.file.Path;

/** Private copies of a chart for the engine. */
interface Workspace {

  /** The chart as it was written, but for what is left out. */
  Path original(Degradation degradation) throws IOException;

  /** The chart with wrapped templates. */
  Path plain(Degradation degradation) throws IOException;

  /** The chart with wrapped templates and marks. */
  Path marked(Degradation degradation) throws IOException;

  /** The chart with wrapped templates that write both. */
  Path both(Degradation degradation) throws IOException;

  /** Whether templates write the same if they are run twice: none changes what others read. */
  boolean isRepeatable();
}
