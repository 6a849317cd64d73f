package dev.seaworthy.source;

import java.util.Comparator;

/**
 * The account of one input.
 *
 * @param file the name of the source; a folder that was passed over as a whole ends with {@code /}
 * @param state what became of it
 * @param reason why it, or a part of it, was skipped or failed: lower-case, no full stop; empty if
 *     all of it was analysed
 * @param objects the number of Kubernetes objects that were judged, those of a list counted one by
 *     one
 */
public record InventoryEntry(String file, FileState state, String reason, int objects)
    implements Comparable<InventoryEntry> {

  private static final Comparator<InventoryEntry> ORDER =
      Comparator.comparing(InventoryEntry::file)
          .thenComparing(InventoryEntry::state)
          .thenComparing(InventoryEntry::reason);

  public static InventoryEntry analysed(String file, int objects) {
    return analysed(file, objects, "");
  }

  /** An input of which a part holds nothing to judge, and why that is. */
  public static InventoryEntry analysed(String file, int objects, String reason) {
    return new InventoryEntry(file, FileState.ANALYSED, reason, objects);
  }

  public static InventoryEntry skipped(String file, String reason) {
    return new InventoryEntry(file, FileState.SKIPPED, reason, 0);
  }

  public static InventoryEntry failed(String file, String reason, int objects) {
    return new InventoryEntry(file, FileState.FAILED, reason, objects);
  }

  /** By file. */
  @Override
  public int compareTo(InventoryEntry other) {
    return ORDER.compare(this, other);
  }
}
