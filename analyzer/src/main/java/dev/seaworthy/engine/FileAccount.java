package dev.seaworthy.engine;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The account of one file that renders to several texts: an object of all of them counts once. */
final class FileAccount {

  private final String file;
  private final Set<ObjectReference> objects = new HashSet<>();
  private Optional<String> failure = Optional.empty();
  private Optional<String> skipped = Optional.empty();
  private boolean analysed;

  FileAccount(String file) {
    this.file = file;
  }

  void add(InventoryEntry entry, List<KubernetesObject> more) {
    more.forEach(object -> objects.add(object.reference()));
    if (entry.state() == FileState.FAILED) {
      fail(entry.reason());
    } else if (entry.state() == FileState.SKIPPED) {
      skipped = skipped.or(() -> Optional.of(entry.reason()));
    } else {
      analysed = true;
    }
  }

  void fail(String reason) {
    failure = failure.or(() -> Optional.of(reason));
  }

  InventoryEntry entry() {
    if (failure.isPresent()) {
      return InventoryEntry.failed(file, failure.get(), objects.size());
    }
    return analysed
        ? InventoryEntry.analysed(file, objects.size())
        : InventoryEntry.skipped(file, skipped.orElse("renders to nothing"));
  }
}
