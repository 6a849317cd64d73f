package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.source.FileTree;
import dev.seaworthy.source.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads policies and their data from disk.
 *
 * <pre>{@code
 * PolicyFiles files = PolicyReader.in(workingDirectory).bundles(List.of(Path.of("policy"))).read();
 * }</pre>
 *
 * <p>Nothing is followed out of what was named, nothing is unpacked to disk, and whatever cannot be
 * read becomes one problem while the rest is read. The signatures of a bundle ({@code
 * .signatures.json}) are not verified.
 */
public final class PolicyReader {

  private final Path base;
  private final List<Collected.Reading> readings = new ArrayList<>();
  private Collected collected = new Collected();
  private RegoVersion version = RegoVersion.V1;
  private boolean withTests = true;
  private PolicyLimits limits = PolicyLimits.DEFAULT;

  private PolicyReader(Path base) {
    this.base = base;
  }

  /**
   * @param base the folder that paths and names in results are relative to, absolute
   */
  public static PolicyReader in(Path base) {
    return new PolicyReader(base.normalize());
  }

  /**
   * Reads one document, such as an input: JSON, or the only document of YAML, whatever it is
   * called.
   *
   * @return the document
   * @throws RegoException if it cannot be read
   */
  public static RegoValue document(Source source) throws RegoException {
    try {
      return new Content(PolicyLimits.DEFAULT).jsonOrYaml(source);
    } catch (UnreadableException e) {
      throw new RegoException(e.problems().stream().map(PolicyErrors::of).toList());
    }
  }

  /** The grammar of modules, unless the manifest of their bundle says otherwise. By default v1. */
  public PolicyReader version(RegoVersion grammar) {
    version = grammar;
    return this;
  }

  /** Leaves out files named {@code *_test.rego} unless they are named themselves. */
  public PolicyReader withoutTests() {
    withTests = false;
    return this;
  }

  public PolicyReader limits(PolicyLimits bounds) {
    limits = bounds;
    return this;
  }

  /**
   * Adds files and folders as {@code opa eval --data} does: in a folder, each {@code .rego} file is
   * a module, each {@code .tar.gz} a bundle, and each {@code .json}, {@code .yaml} and {@code .yml}
   * file is data under the path of its folder. A data file that is named itself lies at the top.
   */
  public PolicyReader files(List<Path> paths) {
    return each(paths, this::readFiles);
  }

  /**
   * Adds bundles as {@code opa eval --bundle} does: archives, or folders with or without a {@code
   * .manifest}, in which only {@code data.json}, {@code data.yaml} and {@code data.yml} are data.
   * Single {@code .rego} and data files are taken as well.
   */
  public PolicyReader bundles(List<Path> paths) {
    return each(paths, this::readBundle);
  }

  /** Adds data files, all merged at the top of {@code data}, as {@code conftest --data} does. */
  public PolicyReader documents(List<Path> paths) {
    return each(paths, this::readDocuments);
  }

  /** Reads all that was added, in that order. */
  public PolicyFiles read() {
    collected = new Collected();
    readings.forEach(collected::attempt);
    return collected.toFiles();
  }

  @FunctionalInterface
  private interface PathReading {
    void read(Path path) throws UnreadableException;
  }

  private PolicyReader each(List<Path> paths, PathReading reading) {
    for (Path path : paths) {
      readings.add(() -> reading.read(path));
    }
    return this;
  }

  private void readFiles(Path path) throws UnreadableException {
    FileTree tree =
        tree(path, name -> FileKind.isRego(name) || isData(name) || FileKind.isArchive(name));
    if (!tree.isFolder()) {
      readNamed(tree);
      return;
    }
    for (FileTree.Entry entry : tree.entries()) {
      if (withTests || !FileKind.isTest(entry.fileName())) {
        collected.attempt(() -> readFile(entry, entry.path().subList(0, entry.path().size() - 1)));
      }
    }
  }

  private void readBundle(Path path) throws UnreadableException {
    FileTree tree = tree(path, FileKind::isPartOfBundle);
    if (tree.isFolder()) {
      new Bundle(tree, content(), version, withTests, collected).read();
    } else {
      readNamed(tree);
    }
  }

  private void readDocuments(Path path) {
    for (FileTree.Entry entry : tree(path, PolicyReader::isData).entries()) {
      collected.attempt(() -> readFile(entry, List.of()));
    }
  }

  private void readNamed(FileTree tree) throws UnreadableException {
    for (FileTree.Entry entry : tree.entries()) {
      readFile(entry, List.of());
    }
  }

  private void readFile(FileTree.Entry entry, List<String> folder) throws UnreadableException {
    String file = entry.source().name();
    if (FileKind.isRego(file)) {
      String text = content().text(entry.source()).text();
      collected.module(new PolicyModule(file, text, version));
    } else if (FileKind.isArchive(file)) {
      FileTree archive = Archive.read(file, content().bytes(entry.source()), limits);
      collected.problems(archive.problems());
      new Bundle(archive, content(), version, withTests, collected).read();
    } else if (FileKind.isData(file)) {
      collected.data(folder, content().document(entry.source()), file);
    } else {
      throw UnreadableException.of(
          file,
          "'" + file + "' is no policy",
          "Name a folder, a .rego, .json, .yaml or .yml file, or a bundle (.tar.gz).");
    }
  }

  private FileTree tree(Path path, Predicate<String> wanted) {
    FileTree tree = FileTree.of(base, path, wanted);
    collected.problems(tree.problems());
    return tree;
  }

  private Content content() {
    return new Content(limits);
  }

  private static boolean isData(String fileName) {
    return FileKind.isData(fileName) && !fileName.equals(".signatures.json");
  }
}
