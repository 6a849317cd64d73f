package dev.seaworthy.schema.location;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.schema.SchemaSource;
import dev.seaworthy.schema.validate.SchemaBundle;
import dev.seaworthy.schema.validate.SchemaProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The schemas in a folder for one version of Kubernetes. Nothing outside the folder is read. */
final class FolderSource implements SchemaSource {

  private static final int MAX_BYTES = 32 << 20;

  /** What a manifest says goes into a path. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*)");

  private final Path folder;
  private final String name;
  private final List<String> template;
  private final List<String> versions;

  /**
   * @param name what the user calls the folder
   */
  FolderSource(Path folder, String name, List<String> template, KubernetesVersion version) {
    this.folder = folder;
    this.name = name;
    this.template = template;
    this.versions = versions(version);
  }

  @Override
  public Optional<String> schema(String apiVersion, String kind) {
    return file(apiVersion, kind).map(this::bundle);
  }

  @Override
  public Optional<String> origin(String apiVersion, String kind) {
    return file(apiVersion, kind).map(this::shown);
  }

  private Optional<Path> file(String apiVersion, String kind) {
    String[] parts = apiVersion.split("/", -1);
    boolean isNamed =
        parts.length <= 2
            && NAME.matcher(kind).matches()
            && Stream.of(parts).allMatch(part -> NAME.matcher(part).matches());
    if (!isNamed) {
      return Optional.empty();
    }
    for (String version : versions) {
      for (String strict : List.of("-strict", "")) {
        Path file = folder.resolve(path(version, strict, parts, kind));
        if (Files.isRegularFile(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private String path(String version, String strict, String[] api, String kind) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < template.size(); i++) {
      String part = template.get(i);
      path.append(
          i % 2 == 0
              ? part
              : switch (part) {
                case "NormalizedKubernetesVersion" -> version;
                case "StrictSuffix" -> strict;
                case "ResourceKind" -> kind.toLowerCase(Locale.ROOT);
                case "ResourceAPIVersion" -> api[api.length - 1];
                case "Group" -> api[0];
                default -> kindSuffix(api);
              });
    }
    return path.toString();
  }

  private static String kindSuffix(String[] api) {
    String group = api[0].contains(".") ? api[0].substring(0, api[0].indexOf('.')) : api[0];
    String suffix = "-" + group + (api.length > 1 ? "-" + api[1] : "");
    return suffix.toLowerCase(Locale.ROOT);
  }

  private String bundle(Path file) {
    try {
      return SchemaBundle.of(file, this::read);
    } catch (SchemaProblem e) {
      throw new UncheckedIOException(new IOException(e.getMessage(), e));
    }
  }

  private String read(Path file) throws SchemaProblem {
    if (!file.normalize().startsWith(folder)) {
      throw outside(file);
    }
    try {
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw outside(file);
      }
      try (InputStream stream = Files.newInputStream(file)) {
        byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          throw new SchemaProblem("'" + shown(file) + "' is larger than " + MAX_BYTES + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
      }
    } catch (NoSuchFileException e) {
      throw new SchemaProblem("there is no file '" + shown(file) + "'");
    } catch (IOException e) {
      throw new SchemaProblem("'" + shown(file) + "' cannot be read: " + e.getMessage());
    }
  }

  private SchemaProblem outside(Path file) {
    return new SchemaProblem(
        "'" + shown(file) + "' lies outside of its folder, and nothing outside is read");
  }

  /** What the user calls a file. */
  private String shown(Path file) {
    String separator = name.isEmpty() || name.endsWith("/") ? "" : "/";
    String below = folder.relativize(file.normalize()).toString();
    return name + separator + below.replace('\\', '/');
  }

  /**
   * What folders call the version: they name the patch as well, of which the newest counts; {@code
   * master} is as good as any.
   */
  private List<String> versions(KubernetesVersion version) {
    String minor = "v" + version;
    Pattern folderName = Pattern.compile(Pattern.quote(minor) + "\\.(\\d{1,4})-standalone.*");
    try (Stream<Path> folders = Files.list(folder)) {
      Optional<Integer> patch =
          folders
              .map(path -> folderName.matcher(path.getFileName().toString()))
              .filter(matcher -> matcher.matches())
              .map(matcher -> Integer.valueOf(matcher.group(1)))
              .max(Integer::compare);
      return List.of(minor + "." + patch.orElse(0), minor, "master");
    } catch (IOException e) {
      throw new UncheckedIOException("folder '" + folder + "' is not read", e);
    }
  }
}
