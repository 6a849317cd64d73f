package dev.seaworthy.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedList;
import java.util.List;

/** Reads {@code .gitignore} files. One that cannot be read is a problem and ignores nothing. */
final class IgnoreFiles {

  private static final String NAME = ".gitignore";
  private static final int LIMIT = 1 << 20;

  /** Every path is held against them, so they count with the number of files. */
  private static final int MAX_TRIED = 2_000;

  private final boolean honoured;
  private final Account account;

  /**
   * @param honoured whether to read any
   */
  IgnoreFiles(boolean honoured, Account account) {
    this.honoured = honoured;
    this.account = account;
  }

  /** What the folders above a root have to say, up to the folder of its repository. */
  IgnoreScope above(NamedRoot root) {
    IgnoreScope scope = IgnoreScope.NONE;
    for (Path folder : honoured ? foldersAbove(root.shown()) : List.<Path>of()) {
      Path file = folder.resolve(NAME);
      String path = NamedRoot.prefix(NamedRoot.slashed(folder));
      scope = extend(scope, folder, file, path, root.nameOf(file));
    }
    return scope;
  }

  /** The folders around a path in its repository, from the outside in; none without repository. */
  private static List<Path> foldersAbove(Path path) {
    LinkedList<Path> folders = new LinkedList<>();
    Path inner = path;
    while (!isRepository(inner)) {
      inner = inner.getParent();
      if (inner == null) {
        return List.of();
      }
      folders.addFirst(inner);
    }
    return folders;
  }

  /** The scope inside a folder; a repository in a repository does not heed the outer one. */
  IgnoreScope in(WalkedFolder folder) {
    if (!honoured) {
      return IgnoreScope.NONE;
    }
    IgnoreScope outer = isRepository(folder.real()) ? IgnoreScope.NONE : folder.ignores();
    Path file = folder.real().resolve(NAME);
    return extend(outer, folder.root().real(), file, folder.path(), folder.name() + NAME);
  }

  private IgnoreScope extend(IgnoreScope outer, Path top, Path file, String folder, String name) {
    // like git, which does not follow a link here either
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return outer;
    }
    Source source = new FileSource(name, () -> ContainedFile.open(top, file));
    try {
      byte[] content = source.read(LIMIT);
      if (content.length > LIMIT) {
        account.problem(tooLarge(name, "is larger than " + LIMIT + " bytes"));
        return outer;
      }
      GitIgnore patterns = GitIgnore.parse(new String(content, StandardCharsets.UTF_8));
      if (patterns.tried() > MAX_TRIED) {
        account.problem(
            tooLarge(name, "has more than " + MAX_TRIED + " patterns with wildcards inside"));
        return outer;
      }
      return outer.with(patterns, folder, name);
    } catch (IOException e) {
      account.problem(NotReadable.problem(name, e));
      return outer;
    }
  }

  private static boolean isRepository(Path folder) {
    return Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
  }

  private static Problem tooLarge(String name, String cause) {
    return Problem.of(
        ProblemKind.TOO_LARGE,
        name,
        "'" + name + "' " + cause + ", so its patterns were not applied",
        "Make it shorter, or exclude in the configuration what it should ignore.");
  }
}
