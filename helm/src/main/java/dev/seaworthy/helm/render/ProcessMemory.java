package dev.seaworthy.helm.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process occupies, where the system tells it in a file. */
final class ProcessMemory {

  private static final String RESIDENT = "VmRSS:";

  private ProcessMemory() {}

  /** The resident size as {@code proc(5)} tells it, or 0 where it is not known. */
  static long residentBytes(long pid) {
    try (BufferedReader lines = Files.newBufferedReader(Path.of("/proc/" + pid + "/status"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(RESIDENT)) {
          return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
    return 0;
  }
}
