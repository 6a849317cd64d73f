package dev.seaworthy.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One walk over named paths. Keeps its own stack and no folder open, so that the depth of a tree is
 * no concern.
 */
final class DiscoveryRun {

  private final FolderListing listing;
  private final Excludes excludes;
  private final NamedRoots roots;
  private final Account account = new Account();
  private final Charts charts = new Charts();
  private final SymbolicLinks links = new SymbolicLinks();
  private final DiscoveredFiles files = new DiscoveredFiles(charts, links, account);
  private final IgnoreFiles ignoreFiles;
  private final Deque<WalkedFolder> pending = new ArrayDeque<>();

  DiscoveryRun(
      Path base,
      List<Path> paths,
      Excludes excludes,
      boolean honourGitignore,
      FolderListing listing) {
    this.listing = listing;
    this.excludes = excludes;
    this.roots = NamedRoots.resolve(base, paths, account);
    this.ignoreFiles = new IgnoreFiles(honourGitignore, account);
  }

  Discovery run(ChartExpander chartExpander) {
    for (NamedRoot root : roots.all()) {
      try {
        begin(root, Files.readAttributes(root.real(), BasicFileAttributes.class));
      } catch (IOException e) {
        account.notReadable(root.name(), e);
      }
    }
    links.settle(roots, account);
    charts.settle(chartExpander, account);
    return account.toDiscovery();
  }

  private void begin(NamedRoot root, BasicFileAttributes attributes) {
    boolean isFolder = attributes.isDirectory();
    Optional<String> excluded = excludes.reasonForRoot(NamedRoot.slashed(root.shown()), isFolder);
    if (excluded.isPresent()) {
      account.skipped(label(root.name(), isFolder), excluded.get());
    } else if (isFolder) {
      pending.push(WalkedFolder.of(root, ignoreFiles.above(root), charts.around(root)));
      while (!pending.isEmpty()) {
        enter(pending.pop());
      }
    } else {
      files.named(root, attributes);
    }
  }

  private void enter(WalkedFolder folder) {
    try {
      List<Path> entries = listing.list(folder.real());
      WalkedFolder here = folder.with(ignoreFiles.in(folder), charts.in(folder));
      links.analysed(folder.real(), folder.label());
      for (Path entry : entries) {
        if (!roots.isNamed(entry)) {
          visit(here, entry);
        }
      }
    } catch (IOException e) {
      account.notReadable(folder.label(), e);
    }
  }

  private void visit(WalkedFolder folder, Path entry) {
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      account.notReadable(folder.nameOf(entry), e);
      return;
    }
    // a Windows junction is a folder and "other": it can lead anywhere
    boolean isFolder = attributes.isDirectory() && !attributes.isOther();
    Optional<String> reason = reasonToPassOver(folder, entry, isFolder);
    if (reason.isPresent()) {
      account.skipped(label(folder.nameOf(entry), isFolder), reason.get());
    } else if (isFolder) {
      pending.push(folder.child(entry));
    } else {
      files.found(folder, entry, attributes);
    }
  }

  private Optional<String> reasonToPassOver(WalkedFolder folder, Path entry, boolean isFolder) {
    if (entry.endsWith(".git")) {
      return Optional.of("version control data");
    }
    Optional<NamedRoot> named = roots.leadingTo(entry);
    if (named.isPresent()) {
      return named.map(NamedRoots::sameAs);
    }
    String path = folder.pathOf(entry);
    Optional<String> excluded = excludes.reason(path, isFolder);
    if (excluded.isPresent()) {
      String name = label(folder.nameOf(entry), isFolder);
      folder.chart().ifPresent(chart -> chart.leavesOut(path, name));
      return excluded;
    }
    return folder.ignores().reason(path, isFolder);
  }

  private static String label(String name, boolean isFolder) {
    return isFolder ? name + "/" : name;
  }
}
