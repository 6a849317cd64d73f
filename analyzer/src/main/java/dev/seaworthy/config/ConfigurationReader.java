package dev.seaworthy.config;

import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.source.DecodedText;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads configuration files. A file is used as a whole or not at all: everything in it that is not
 * known or has no effect is an error.
 *
 * <p>Scalars mean what they mean in a manifest: {@code enabled: no} is {@code false}. Immutable.
 */
public final class ConfigurationReader {

  private static final int MAX_BYTES = 1 << 20;

  private final Function<PolicySettings, RuleCatalog> catalogs;
  private final Path base;
  private final List<Path> analysed;

  /**
   * @param catalog the names of the rules there are, such as {@link
   *     dev.seaworthy.engine.Analyzer#catalogOf} gives
   * @param base the folder that the names of sources and results are relative to, such as the
   *     working directory of a command
   * @param analysed the files and folders that are going to be analysed, absolute or relative to
   *     the base: a suppression for something else as well is not reported if it suppresses nothing
   * @throws IllegalArgumentException if {@code base} is not absolute
   */
  public ConfigurationReader(RuleCatalog catalog, Path base, List<Path> analysed) {
    this(policies -> catalog, base, analysed);
  }

  /**
   * A reader for files that may name policies of one's own, whose rules they may then configure.
   *
   * @param catalogs gives the names of the rules there are together with those of the policies;
   *     called once for each file, also where it names no policies
   * @param base as for the other constructor
   * @param analysed as for the other constructor
   * @throws IllegalArgumentException if {@code base} is not absolute
   */
  public ConfigurationReader(
      Function<PolicySettings, RuleCatalog> catalogs, Path base, List<Path> analysed) {
    if (!base.isAbsolute()) {
      throw new IllegalArgumentException("'" + base + "' is not an absolute path");
    }
    this.catalogs = catalogs;
    this.base = base.normalize();
    this.analysed = analysed.stream().map(path -> base.resolve(path).normalize()).toList();
  }

  /**
   * Reads a file. An empty one is the default configuration.
   *
   * @param file the file, absolute or relative to the base
   * @throws ConfigurationException with all that is wrong with the file
   */
  public Configuration read(Path file) throws ConfigurationException {
    Path absolute = base.resolve(file).normalize();
    return read(absolute, load(absolute));
  }

  /**
   * Reads the text of a file that need not be saved.
   *
   * @param file the file, absolute or relative to the base
   * @param text the text
   * @throws ConfigurationException with all that is wrong with the text
   */
  public Configuration read(Path file, String text) throws ConfigurationException {
    Path absolute = base.resolve(file).normalize();
    return read(absolute, new SourceText(name(absolute), text));
  }

  private Configuration read(Path file, SourceText text) throws ConfigurationException {
    Path folder = Objects.requireNonNullElse(file.getParent(), file);
    ErrorCollector errors = new ErrorCollector(text);
    Configuration configuration =
        new DocumentReader(catalogs, new PathPatterns(folder, base, analysed), errors)
            .read(file, text);
    errors.throwIfAny();
    return configuration;
  }

  private SourceText load(Path file) throws ConfigurationException {
    String name = name(file);
    byte[] content;
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw unreadable(name, "there is no such file", "Check the path.");
    } catch (AccessDeniedException e) {
      throw unreadable(name, "permission denied", "Allow yourself to read the file.");
    } catch (IOException e) {
      throw unreadable(name, "cannot be read: " + e.getMessage(), "Check that it is a file.");
    }
    if (content.length > MAX_BYTES) {
      throw unreadable(name, "larger than 1 MiB", "Check that this is the right file.");
    }
    DecodedText decoded = TextDecoder.decode(name, content);
    if (decoded instanceof DecodedText.Malformed malformed) {
      throw new ConfigurationException(
          List.of(
              new ConfigurationError(
                  name, Optional.of(malformed.span()), malformed.message(), "Save it as UTF-8.")));
    }
    if (decoded instanceof DecodedText.Text text) {
      return text.text();
    }
    throw unreadable(name, "binary file", "Check that this is the right file.");
  }

  private static ConfigurationException unreadable(String name, String message, String hint) {
    return new ConfigurationException(
        List.of(new ConfigurationError(name, Optional.empty(), message, hint)));
  }

  /** Relative to the base, if the one lies below the other's folder. */
  private String name(Path file) {
    boolean near =
        file.startsWith(base) || file.getParent() != null && base.startsWith(file.getParent());
    return PathPatterns.slashed(near ? base.relativize(file) : file);
  }
}
