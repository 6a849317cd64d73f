package dev.seaworthy.source;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder on the way of a walk.
 *
 * @param root the named path that the walk started from
 * @param real where it lies, free of symbolic links
 * @param path the absolute path under which patterns see it, with a slash at its end
 * @param name what the names of its entries start with: empty, or with a slash at its end
 * @param ignores what the {@code .gitignore} files say that apply to it or its entries
 * @param chart the Helm chart that it belongs to
 */
record WalkedFolder(
    NamedRoot root,
    Path real,
    String path,
    String name,
    IgnoreScope ignores,
    Optional<ChartContents> chart) {

  static WalkedFolder of(NamedRoot root, IgnoreScope ignores, Optional<ChartContents> chart) {
    return new WalkedFolder(
        root,
        root.real(),
        NamedRoot.prefix(NamedRoot.slashed(root.shown())),
        NamedRoot.prefix(root.name()),
        ignores,
        chart);
  }

  WalkedFolder with(IgnoreScope own, Optional<ChartContents> innermost) {
    return new WalkedFolder(root, real, path, name, own, innermost);
  }

  WalkedFolder child(Path folder) {
    String inner = pathOf(folder) + "/";
    String innerName = root.basePath().startsWith(inner) ? nameAbove(folder) : nameOf(folder) + "/";
    return new WalkedFolder(root, folder, inner, innerName, ignores, chart);
  }

  /** The walk comes down to the base: names are to be what they are from there. */
  private String nameAbove(Path folder) {
    return NamedRoot.prefix(root.nameOf(root.shown().resolve(root.real().relativize(folder))));
  }

  /** The absolute path under which patterns see an entry of the folder. */
  String pathOf(Path entry) {
    return path + entry.getFileName();
  }

  /** How results refer to an entry of the folder. */
  String nameOf(Path entry) {
    return name + entry.getFileName();
  }

  /** How results refer to the folder as a whole. */
  String label() {
    return name.isEmpty() ? "./" : name;
  }
}
