package dev.seaworthy.source;

import java.nio.file.Path;
import java.util.List;

/**
 * Finds what there is to analyse under the paths that a user names, and accounts for all the rest.
 *
 * <ul>
 *   <li>A named folder is walked; {@code .yaml}, {@code .yml} and {@code .json} files become
 *       sources, in whatever case.
 *   <li>A named file becomes a source whatever its name, also if git ignores it.
 *   <li>Excluded paths are left out, also if they are named. What git ignores below a named folder
 *       is left out; the named folder itself may be ignored.
 *   <li>A symbolic link is followed only if it is named itself or on the way to a named path.
 *   <li>The templates of a Helm chart are no manifests: they go to the {@link ChartExpander}, as do
 *       packaged charts.
 * </ul>
 *
 * <p>Immutable and safe for use by several threads. No file but {@code .gitignore} is opened before
 * its source is read.
 */
public final class FileDiscovery {

  private final Path base;
  private final Excludes excludes;
  private final boolean honourGitignore;
  private final ChartExpander chartExpander;
  private final FolderListing listing;

  private FileDiscovery(Builder builder) {
    base = builder.base;
    excludes =
        new Excludes(
            GitIgnore.of(builder.excludePatterns),
            NamedRoot.prefix(NamedRoot.slashed(builder.excludeBase)));
    honourGitignore = builder.honourGitignore;
    chartExpander = builder.chartExpander;
    listing = builder.listing;
  }

  /**
   * @param base the folder that named paths and the names in results are relative to, such as the
   *     working directory of a command
   * @throws IllegalArgumentException if {@code base} is not absolute
   */
  public static Builder builder(Path base) {
    return new Builder(base);
  }

  /**
   * Looks under the named paths. What cannot be read becomes a problem in the result, not an
   * exception; a path that does not exist is such a problem, of kind {@code not-readable}.
   *
   * @param paths files and folders, absolute or relative to the base; they may overlap
   */
  public Discovery discover(List<Path> paths) {
    return new DiscoveryRun(base, paths, excludes, honourGitignore, listing).run(chartExpander);
  }

  /** Settings of a {@link FileDiscovery}. */
  public static final class Builder {

    private final Path base;
    private Path excludeBase;
    private List<String> excludePatterns = List.of();
    private boolean honourGitignore = true;
    private ChartExpander chartExpander = ChartExpander.notRendering();
    private FolderListing listing = FolderListing.OF_FILE_SYSTEM;

    private Builder(Path base) {
      this.base = absolute(base);
      this.excludeBase = this.base;
    }

    /**
     * Leaves out what these patterns match. By default there are none.
     *
     * @param patterns patterns as in a {@code .gitignore} file
     */
    public Builder exclude(List<String> patterns) {
      excludePatterns = List.copyOf(patterns);
      return this;
    }

    /**
     * The folder that the exclude patterns are relative to, such as that of a configuration file.
     * They do not apply outside of it. By default it is the base.
     *
     * @throws IllegalArgumentException if {@code folder} is not absolute
     */
    public Builder excludeBase(Path folder) {
      excludeBase = absolute(folder);
      return this;
    }

    /**
     * Whether to leave out what {@code .gitignore} files ignore: those below a named folder, and
     * those above it up to the folder of its repository. By default they are honoured.
     */
    public Builder honourGitignore(boolean honour) {
      honourGitignore = honour;
      return this;
    }

    /** What becomes of Helm charts. By default they are reported as not rendered. */
    public Builder charts(ChartExpander expander) {
      chartExpander = expander;
      return this;
    }

    Builder listing(FolderListing folderListing) {
      listing = folderListing;
      return this;
    }

    public FileDiscovery build() {
      return new FileDiscovery(this);
    }

    private static Path absolute(Path folder) {
      if (!folder.isAbsolute()) {
        throw new IllegalArgumentException("'" + folder + "' is not an absolute path");
      }
      return folder.normalize();
    }
  }
}
