package dev.seaworthy.cli;

import dev.seaworthy.report.SourceLines;
import dev.seaworthy.source.DecodedText;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.FileDiscovery;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the user named, and the text of it for reports to quote. */
final class Inputs implements SourceLines {

  private final Discovery discovery;
  private final int maxBytes;
  private final Map<String, Source> byName = new HashMap<>();
  private final Map<String, SourceText> origins = new HashMap<>();

  private Inputs(Discovery discovery, int maxBytes) {
    this.discovery = discovery;
    this.maxBytes = maxBytes;
    discovery.sources().forEach(source -> byName.put(source.name(), source));
    discovery.renderings().stream()
        .flatMap(rendering -> rendering.origins().stream())
        .forEach(origin -> origins.put(origin.name(), origin));
  }

  /**
   * Looks for all that the user named.
   *
   * @param files how to look under paths
   * @param in standard input
   * @param maxBytes sources larger than that are not read
   */
  static Inputs find(Operands operands, FileDiscovery files, InputStream in, int maxBytes) {
    Discovery found = files.discover(operands.paths());
    List<Source> sources = new ArrayList<>(found.sources());
    if (operands.standardInput()) {
      sources.add(Source.of(Source.STANDARD_INPUT, in));
    }
    return new Inputs(
        new Discovery(sources, found.renderings(), found.accounted(), found.problems()), maxBytes);
  }

  Discovery discovery() {
    return discovery;
  }

  @Override
  public Optional<SourceText> text(String file) {
    return Optional.ofNullable(origins.get(file))
        .or(() -> Optional.ofNullable(byName.get(file)).flatMap(this::read));
  }

  private Optional<SourceText> read(Source source) {
    try {
      return TextDecoder.decode(source.name(), source.read(maxBytes))
              instanceof DecodedText.Text text
          ? Optional.of(text.text())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
