package dev.seaworthy.source;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The symbolic links that were met. None is followed: what a link leads to is either found in its
 * own place or none of our business.
 */
final class SymbolicLinks {

  private final List<Link> links = new ArrayList<>();
  private final Map<Path, String> analysed = new HashMap<>();

  void met(String name, Path link) {
    links.add(new Link(name, link));
  }

  /** Notes a file that is analysed, or a folder that is walked, as what a link may lead to. */
  void analysed(Path real, String name) {
    analysed.put(real, name);
  }

  /** Puts the links to the account, once all that they can lead to is known. */
  void settle(NamedRoots roots, Account account) {
    for (Link link : links) {
      try {
        account.skipped(link.name(), reason(roots, link.path().toRealPath()));
      } catch (IOException e) {
        IOException cause = dangling(e);
        if (ManifestNames.isManifest(link.name())) {
          account.notReadable(link.name(), cause);
        } else {
          account.skipped(link.name(), NotReadable.reason(cause));
        }
      }
    }
  }

  /** Says of the failure to resolve a link what it means for the link. */
  static IOException dangling(IOException cause) {
    return cause instanceof NoSuchFileException
        ? new IOException("symbolic link that leads nowhere", cause)
        : cause;
  }

  private String reason(NamedRoots roots, Path target) {
    String place = analysed.get(target);
    if (place != null) {
      return "symbolic link to '" + place + "', which is analysed in its own place";
    }
    return roots
        .nameOf(target)
        .map(name -> "symbolic link to '" + name + "', which is accounted for in its own place")
        .orElse("symbolic link leads outside the named paths");
  }

  private record Link(String name, Path path) {}
}
