package dev.seaworthy.rego.bundle;

import dev.seaworthy.source.FileTree;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The files in a {@code .tar.gz}. Nothing is written to disk. */
final class Archive {

  private final String name;
  private final PolicyLimits limits;
  private final Map<List<String>, FileTree.Entry> entries = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private Archive(String name, PolicyLimits limits) {
    this.name = name;
    this.limits = limits;
  }

  /**
   * Reads an archive whole: the half of a policy may say the opposite.
   *
   * @param name what problems call it
   * @throws UnreadableException if it is damaged, or beyond a limit
   */
  static FileTree read(String name, byte[] bytes, PolicyLimits limits) throws UnreadableException {
    Archive archive = new Archive(name, limits);
    try (InputStream in =
        new Bounded(
            new GZIPInputStream(new ByteArrayInputStream(bytes)), limits.maxBundleBytes())) {
      archive.read(new TarReader(in));
      // to the end, where the check sum is
      in.transferTo(OutputStream.nullOutputStream());
    } catch (EOFException e) {
      throw archive.unreadable("it is cut off");
    } catch (ZipException e) {
      throw archive.unreadable("it is no gzip file, or damaged");
    } catch (IOException e) {
      throw archive.unreadable(String.valueOf(e.getMessage()));
    }
    return new FileTree(name, true, List.copyOf(archive.entries.values()), archive.problems);
  }

  private UnreadableException unreadable(String cause) {
    return UnreadableException.of(
        name,
        "bundle '" + name + "' could not be read: " + cause,
        "Build it again with 'opa build'; nothing of it was read.");
  }

  private void read(TarReader tar) throws IOException {
    int count = 0;
    Optional<TarReader.Header> next = tar.next();
    while (next.isPresent()) {
      if (++count > limits.maxBundleEntries()) {
        throw new IOException("it has more than " + limits.maxBundleEntries() + " entries");
      }
      TarReader.Header header = next.get();
      if (!header.isFolder()) {
        read(tar, header);
      }
      next = tar.next();
    }
  }

  private void read(TarReader tar, TarReader.Header header) throws IOException {
    List<String> path =
        Arrays.stream(header.name().split("/"))
            .filter(segment -> !segment.isEmpty() && !segment.equals("."))
            .toList();
    String file = name + "!/" + String.join("/", path);
    if (path.contains("..")) {
      skip(file, "'" + header.name() + "' leads out of the bundle and is not read");
    } else if (path.isEmpty() || !FileKind.isPartOfBundle(path.get(path.size() - 1))) {
      return;
    } else if (!header.isFile()) {
      skip(file, "'" + header.name() + "' is no regular file and is not read");
    } else if (header.size() > limits.maxFileBytes()) {
      problems.addAll(Content.tooLarge(file, limits.maxFileBytes()).problems());
    } else {
      // of several entries of one name the last counts, as for tar itself
      entries.put(path, new FileTree.Entry(path, Source.of(file, tar.content())));
    }
  }

  private void skip(String file, String message) {
    problems.add(
        Problem.of(
            ProblemKind.POLICY_ERROR,
            file,
            message,
            "Build the bundle again from plain files; the rest of it was read."));
  }

  /** Ends in an exception, not in exhaustion. */
  private static final class Bounded extends FilterInputStream {

    private final long limit;
    private long count;

    Bounded(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      spend(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      spend(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long length) throws IOException {
      long skipped = super.skip(length);
      spend(skipped);
      return skipped;
    }

    private void spend(long bytes) throws IOException {
      count += bytes;
      if (count > limit) {
        throw new IOException("it expands to more than " + limit + " bytes");
      }
    }
  }
}
