package dev.seaworthy.helm.chart;

import dev.seaworthy.helm.chart.ArchivePath.RefusedException;
import dev.seaworthy.source.NotReadable;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The files of a packaged chart. Nothing is ever unpacked to disk from here. What Helm refuses a
 * chart for is a problem; a member of that kind is left out.
 */
final class ArchiveFiles {

  /** What may come between two members: their headers, with names and attributes of any length. */
  private static final int MAX_HEADERS = 1 << 20;

  /** The header of a member, and what fills its last block. */
  private static final int HEADER = 1 << 10;

  private static final String REPACK = "Package the chart again with `helm package`.";
  private static final String DISTRUST =
      "Find out who made the archive and why: Helm refuses it, and here this was left out.";

  private final String label;
  private final LoadReport report;
  private final Map<String, ChartFile> files = new LinkedHashMap<>();
  private final Set<String> folders = new HashSet<>();
  private final Map<String, Flaw> flaws = new LinkedHashMap<>();

  /**
   * @param label how results refer to the archive
   */
  ArchiveFiles(String label, LoadReport report) {
    this.label = label;
    this.report = report;
  }

  /** A kind of members that Helm refuses: the first one, and how many there are. */
  private static final class Flaw {
    private final String member;
    private int count;

    Flaw(String member) {
      this.member = member;
    }
  }

  /** The files; empty, with a problem, if the archive cannot be read to its end. */
  Optional<List<ChartFile>> read(InputStream packed) {
    try {
      BufferedInputStream buffered = new BufferedInputStream(packed);
      if (isGzip(buffered)) {
        return members(buffered) ? Optional.of(List.copyOf(files.values())) : Optional.empty();
      }
      report.notReadable(label, "'" + label + "' is no gzip archive", REPACK);
    } catch (BoundedStream.ExceededException e) {
      report.chartTooLarge(label);
    } catch (EOFException e) {
      report.notReadable(label, "'" + label + "' breaks off before its end", REPACK);
    } catch (IOException e) {
      String reason = NotReadable.reason(e);
      report.notReadable(label, "'" + label + "' could not be read: " + reason, REPACK);
    } catch (RuntimeException e) {
      // the library is not sure to foresee whatever a hostile archive says
      report.notReadable(label, "'" + label + "' could not be read: " + e, REPACK);
    } finally {
      flaws.forEach(this::report);
    }
    return Optional.empty();
  }

  private static boolean isGzip(BufferedInputStream stream) throws IOException {
    stream.mark(2);
    boolean gzip = stream.read() == 0x1F && stream.read() == 0x8B;
    stream.reset();
    return gzip;
  }

  private boolean members(InputStream packed) throws IOException {
    BoundedStream unpacked =
        new BoundedStream(
            GzipCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(true)
                .get(),
            report.bytesLeft() + (long) HEADER * report.limits().maxFiles() + MAX_HEADERS);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
      while (true) {
        unpacked.grant(MAX_HEADERS);
        TarArchiveEntry entry = tar.getNextEntry();
        if (entry == null) {
          return true;
        }
        if (report.isOneTooMany()) {
          report.tooManyFiles(label);
          return false;
        }
        long unread = Math.max(entry.getSize(), 0);
        unpacked.grant(Math.min(unread, report.bytesLeft()) + MAX_HEADERS);
        if (!entry.isDirectory() && !member(entry, tar)) {
          return false;
        }
      }
    }
  }

  /** Takes a member, and tells whether there is room for more. */
  private boolean member(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
    String name = entry.getName();
    ArchivePath place;
    try {
      if (isSpecial(entry)) {
        throw new RefusedException("which is a link or no regular file");
      }
      place = ArchivePath.of(name);
      if (folders.contains(place.path()) || !addFolders(place.path())) {
        throw new RefusedException("which would be a folder and a file at once");
      }
    } catch (RefusedException e) {
      flaw(name, e.getMessage());
      return skip(tar);
    }
    String memberLabel = ChartLabels.in(label, place.top() + "/" + place.path());
    byte[] content = tar.readNBytes(report.limits().maxFileBytes() + 1);
    if (content.length > report.limits().maxFileBytes()) {
      report.fileTooLarge(memberLabel);
      return skip(tar);
    }
    if (content.length > report.bytesLeft()) {
      report.chartTooLarge(label);
      return false;
    }
    report.kept(content.length);
    if (place.path().equals(ChartAssembler.CHART_YAML)) {
      report.sawChart();
    }
    if (files.put(place.path(), ChartFile.of(place.path(), memberLabel, content)) != null) {
      flaw(name, "which is in it more than once");
    }
    return true;
  }

  /** Reads over what is left of a member, at the expense of the chart. */
  private boolean skip(TarArchiveInputStream tar) throws IOException {
    byte[] buffer = new byte[8192];
    for (int count = tar.read(buffer); count >= 0; count = tar.read(buffer)) {
      if (count > report.bytesLeft()) {
        report.chartTooLarge(label);
        return false;
      }
      report.kept(count);
    }
    return true;
  }

  /** Notes the folders around a path, and tells whether none of them is a file. */
  private boolean addFolders(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      if (files.containsKey(folder)) {
        return false;
      }
      folders.add(folder);
    }
    return true;
  }

  private static boolean isSpecial(TarArchiveEntry entry) {
    return entry.isSymbolicLink()
        || entry.isLink()
        || entry.isFIFO()
        || entry.isCharacterDevice()
        || entry.isBlockDevice();
  }

  private void flaw(String member, String reason) {
    flaws.computeIfAbsent(reason, key -> new Flaw(shown(member))).count++;
  }

  private void report(String reason, Flaw flaw) {
    String more = flaw.count > 1 ? " (and " + (flaw.count - 1) + " more)" : "";
    report.refused(
        label, "'" + label + "' holds '" + flaw.member + "', " + reason + more, DISTRUST);
  }

  /** The name of a member without what would spoil a report. */
  private static String shown(String member) {
    String start = member.length() > 200 ? member.substring(0, 200) + "..." : member;
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
