package dev.seaworthy.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The paths that the user named, each file and folder once. */
final class NamedRoots {

  private final Map<Path, NamedRoot> byReal = new LinkedHashMap<>();
  private final Set<Path> locations = new HashSet<>();

  /** Resolves the paths; those that cannot be are put to the account. */
  static NamedRoots resolve(Path base, List<Path> paths, Account account) {
    NamedRoots roots = new NamedRoots();
    Set<String> unresolved = new HashSet<>();
    for (Path path : paths) {
      try {
        roots.add(NamedRoot.resolve(base, path), account);
      } catch (IOException e) {
        String name = NamedRoot.nameOf(base, path);
        if (unresolved.add(name)) {
          unresolved(base.resolve(path), name, e, account);
        }
      }
    }
    return roots;
  }

  private void add(NamedRoot root, Account account) {
    boolean again = !locations.add(root.location());
    NamedRoot first = byReal.putIfAbsent(root.real(), root);
    if (first != null && !again) {
      account.skipped(root.name(), sameAs(first));
    }
  }

  private static void unresolved(Path path, String name, IOException cause, Account account) {
    if (Files.exists(path)) {
      // such as /dev/fd/63: a link to a pipe, which has no path of its own
      account.notRegular(name);
    } else {
      boolean link = Files.isSymbolicLink(path);
      account.notReadable(name, link ? SymbolicLinks.dangling(cause) : cause);
    }
  }

  /** The reason to pass over what was named a second time in other words. */
  static String sameAs(NamedRoot root) {
    return "the same as '" + root.name() + "', which was named too";
  }

  Collection<NamedRoot> all() {
    return byReal.values();
  }

  /** Whether the user named this very path. */
  boolean isNamed(Path location) {
    return locations.contains(location);
  }

  /** The root that leads to this file or folder, perhaps through a symbolic link. */
  Optional<NamedRoot> leadingTo(Path real) {
    return Optional.ofNullable(byReal.get(real));
  }

  /** How results refer to a file or folder if it lies in one of the roots. */
  Optional<String> nameOf(Path real) {
    for (Path outer = real; outer != null; outer = outer.getParent()) {
      NamedRoot root = byReal.get(outer);
      if (root != null) {
        return Optional.of(root.nameOf(root.shown().resolve(outer.relativize(real))));
      }
    }
    return Optional.empty();
  }
}
