package dev.seaworthy.source;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Decides what becomes of each file that is neither excluded nor ignored. */
final class DiscoveredFiles {

  private final Charts charts;
  private final SymbolicLinks links;
  private final Account account;

  DiscoveredFiles(Charts charts, SymbolicLinks links, Account account) {
    this.charts = charts;
    this.links = links;
    this.account = account;
  }

  /** A file that the user named, and that is analysed whatever its name. */
  void named(NamedRoot root, BasicFileAttributes attributes) {
    String name = root.name();
    if (!attributes.isRegularFile()) {
      account.notRegular(name);
    } else if (isTaken(charts.around(root), NamedRoot.slashed(root.shown()), name)) {
      return;
    } else if (ChartFile.isPackage(name)) {
      charts.packaged(name, root.real(), HelmChart.Form.NAMED_PACKAGE);
    } else {
      account.source(new FileSource(name, () -> open(root.real())));
      links.analysed(root.real(), name);
    }
  }

  /** A file in a walked folder. */
  void found(WalkedFolder folder, Path file, BasicFileAttributes attributes) {
    String name = folder.nameOf(file);
    boolean isLink = attributes.isSymbolicLink();
    if (!attributes.isRegularFile() && !isLink) {
      account.skipped(name, NotReadable.NOT_REGULAR);
    } else if (!isTaken(folder.chart(), folder.pathOf(file), name)) {
      if (isLink) {
        links.met(name, file);
      } else {
        foundPlain(folder.root().real(), file, name);
      }
    }
  }

  private void foundPlain(Path root, Path file, String name) {
    if (ManifestNames.isManifest(name)) {
      account.source(new FileSource(name, () -> ContainedFile.open(root, file)));
      links.analysed(file, name);
    } else if (ChartFile.isPackage(name)) {
      charts.packaged(name, file, HelmChart.Form.FOUND_PACKAGE);
    } else {
      account.skipped(name, ManifestNames.NO_MANIFEST);
    }
  }

  private boolean isTaken(Optional<ChartContents> chart, String path, String name) {
    return chart.isPresent() && chart.get().takes(path, name, account);
  }

  private static SeekableByteChannel open(Path named) throws IOException {
    ContainedFile.requireRegular(Files.readAttributes(named, BasicFileAttributes.class));
    return Files.newByteChannel(named);
  }
}
