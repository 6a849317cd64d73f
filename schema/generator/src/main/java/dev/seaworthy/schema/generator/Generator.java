package dev.seaworthy.schema.generator;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the schemas of all versions of a folder of clients. */
public final class Generator {

  private Generator() {}

  /**
   * Writes the schemas, unless they are newer than what they are made from.
   *
   * @param arguments the folder with the clients' jars, and the file to write
   * @throws IOException if a client cannot be read, or the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path output = Path.of(arguments[1]);
    List<Path> jars = jars(Path.of(arguments[0]));
    if (!isUpToDate(output, jars)) {
      Files.createDirectories(output.getParent());
      Files.write(output, generate(jars));
    }
  }

  /** The schemas of all versions as bytes; the same bytes for the same clients. */
  static byte[] generate(List<Path> jars) throws IOException {
    Map<MinorVersion, Client> clients = new TreeMap<>();
    for (Path jar : jars) {
      Client client = Client.read(jar);
      MinorVersion version = MinorVersion.of(client, Facts.versions());
      if (clients.put(version, client) != null) {
        throw new IllegalArgumentException(
            "two clients look like "
                + version
                + "; if one is of a newer version, versions.txt lacks what came with it");
      }
    }
    Facts.requireUseFor(clients.values());
    List<StoreWriter.Version> versions = new ArrayList<>();
    clients.forEach((version, client) -> versions.add(schemas(client, version)));
    return StoreWriter.write(versions);
  }

  private static StoreWriter.Version schemas(Client client, MinorVersion version) {
    List<Kind> kinds = Kind.of(client);
    Definitions definitions = new Definitions(client, kinds, Facts.of(version));
    return new StoreWriter.Version(
        version.major(), version.minor(), kinds, definitions.reachableFrom(kinds));
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
    }
    Collections.sort(jars);
    return jars;
  }

  private static boolean isUpToDate(Path output, List<Path> jars) throws IOException {
    Optional<Path> generator = ownJar();
    if (generator.isEmpty() || !Files.exists(output)) {
      return false;
    }
    List<Path> inputs = new ArrayList<>(jars);
    inputs.add(generator.get());
    for (Path input : inputs) {
      if (Files.getLastModifiedTime(input).compareTo(Files.getLastModifiedTime(output)) > 0) {
        return false;
      }
    }
    return true;
  }

  /** The jar with this class, unless it runs from a folder, whose age says nothing. */
  private static Optional<Path> ownJar() {
    try {
      Path source =
          Path.of(Generator.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Optional.of(source).filter(Files::isRegularFile);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
