package dev.seaworthy.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The files that one path leads to, for readers to whom the folders on the way mean something.
 *
 * @param name how results refer to the path
 * @param isFolder whether the path leads to a folder
 * @param entries the files, sorted by name; none is opened before its source is read
 * @param problems what could not be looked at, symbolic links that lead elsewhere among it
 */
public record FileTree(String name, boolean isFolder, List<Entry> entries, List<Problem> problems) {

  public FileTree {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /**
   * A file.
   *
   * @param path its folders from the named one on, and its own name
   * @param source its content
   */
  public record Entry(List<String> path, Source source) {

    public Entry {
      path = List.copyOf(path);
    }

    /** The name of the file itself. */
    public String fileName() {
      return path.get(path.size() - 1);
    }
  }

  /**
   * Looks at a file, or at all that lies below a folder. A symbolic link is followed only if it is
   * the path itself or on the way to it. Never throws: what is not there is a problem.
   *
   * @param base the folder that the path and names in results are relative to
   * @param path a file or a folder, absolute or relative to the base
   * @param wanted says by its name whether a file in a folder matters
   */
  public static FileTree of(Path base, Path path, Predicate<String> wanted) {
    try {
      NamedRoot root = NamedRoot.resolve(base, path);
      return new Walk(root, wanted).run();
    } catch (IOException e) {
      String name = NamedRoot.nameOf(base, path);
      return new FileTree(name, false, List.of(), List.of(NotReadable.problem(name, e)));
    }
  }

  /** Keeps its own stack and no folder open, so that the depth of a tree is no concern. */
  private static final class Walk {

    private final NamedRoot root;
    private final Predicate<String> wanted;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Path> pending = new ArrayDeque<>();

    Walk(NamedRoot root, Predicate<String> wanted) {
      this.root = root;
      this.wanted = wanted;
    }

    FileTree run() throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(root.real(), BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        pending.push(root.real());
        while (!pending.isEmpty()) {
          list(pending.pop());
        }
      } else if (attributes.isRegularFile()) {
        Source source = new FileSource(root.name(), () -> Files.newByteChannel(root.real()));
        entries.add(new Entry(List.of(root.shown().getFileName().toString()), source));
      } else {
        problems.add(NotReadable.notRegular(root.name()));
      }
      entries.sort(Comparator.comparing(entry -> entry.source().name()));
      problems.sort(null);
      return new FileTree(root.name(), attributes.isDirectory(), entries, problems);
    }

    private void list(Path folder) {
      try {
        for (Path file : FolderListing.OF_FILE_SYSTEM.list(folder)) {
          visit(file);
        }
      } catch (IOException e) {
        problems.add(NotReadable.problem(nameOf(folder), e));
      }
    }

    private void visit(Path file) throws IOException {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String fileName = file.getFileName().toString();
      if (attributes.isSymbolicLink()) {
        flaw(file, wanted.test(fileName)).ifPresent(problems::add);
      } else if (attributes.isDirectory() && !attributes.isOther()) {
        if (!fileName.equals(".git")) {
          pending.push(file);
        }
      } else if (wanted.test(fileName)) {
        found(file, attributes);
      }
    }

    private void found(Path file, BasicFileAttributes attributes) {
      String name = nameOf(file);
      if (attributes.isRegularFile()) {
        Source source = new FileSource(name, () -> ContainedFile.open(root.real(), file));
        entries.add(new Entry(segments(file), source));
      } else {
        problems.add(NotReadable.notRegular(name));
      }
    }

    /** What a link leads to within the folder is found in its own place: nothing is lost. */
    private Optional<Problem> flaw(Path link, boolean matters) {
      try {
        Path target = link.toRealPath();
        return target.startsWith(root.real()) || !matters && !Files.isDirectory(target)
            ? Optional.empty()
            : Optional.of(leadsOut(nameOf(link)));
      } catch (IOException e) {
        return matters
            ? Optional.of(NotReadable.problem(nameOf(link), SymbolicLinks.dangling(e)))
            : Optional.empty();
      }
    }

    private Problem leadsOut(String name) {
      return Problem.of(
          ProblemKind.NOT_READABLE,
          name,
          "symbolic link '" + name + "' leads out of '" + root.name() + "' and is not followed",
          "Name what it leads to as well, or put a copy in its place.");
    }

    private String nameOf(Path file) {
      return NamedRoot.prefix(root.name()) + String.join("/", segments(file));
    }

    private List<String> segments(Path file) {
      List<String> segments = new ArrayList<>();
      root.real().relativize(file).forEach(segment -> segments.add(segment.toString()));
      return segments;
    }
  }
}
